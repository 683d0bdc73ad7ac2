#include "cli/command.h"
#include "support/text/path_text.h"

namespace homeward::cli {

std::optional<app::Target> Call::target(const std::string& option) const
{
    const auto file = m_arguments.value(option);
    if (!file)
        return std::nullopt;
    return app::Target{pathFrom(*file), m_arguments.has("--force"), true};
}

void Call::say(const std::string& key, const documents::Facts& facts)
{
    m_console.out << m_words.text(key, facts) << '\n';
}

void Call::remark(const std::string& key, const documents::Facts& facts)
{
    m_console.err << m_words.text(key, facts) << '\n';
}

int Call::wrongUse(const UseFault& fault)
{
    documents::Facts facts = fault.facts;
    if (const auto what = facts.find("what"); what != facts.end())
        what->second = m_words.text(what->second);
    m_console.err << m_words.text(fault.key, facts);
    if (const auto nearest = facts.find("nearest");
        nearest != facts.end() && !nearest->second.empty())
        m_console.err << " " << m_words.text("cli.fault.did-you-mean", facts);
    m_console.err << '\n';
    remark(m_arguments.command.empty() ? "cli.see-help" : "cli.see-command-help",
           {{"command", m_arguments.command}});
    return kWrongUse;
}

int Call::couldNot(const Error& error)
{
    m_console.err << m_words.text(error) << '\n';
    return kCouldNot;
}

RunControl Call::runControl()
{
    RunControl control;
    control.stop = m_console.stopRequested;
    if (!m_console.errIsTerminal && !m_arguments.has("--progress"))
        return control;
    control.report = [this](int done, int total) {
        const int percent =
            total > 0 ? static_cast<int>(100 * static_cast<long long>(done) / total) : 0;
        const int step = m_console.errIsTerminal ? 1 : 10;
        if (percent / step == m_shownPercent / step && m_shownPercent >= 0)
            return;
        m_shownPercent = percent;
        std::ostream& line = m_console.overwritten ? *m_console.overwritten : m_console.err;
        line << (m_console.errIsTerminal ? "\r" : "")
             << m_words.text("cli.progress", {{"percent", std::to_string(percent)}})
             << (m_console.errIsTerminal && percent < 100 ? "" : "\n") << std::flush;
    };
    return control;
}

}  // namespace homeward::cli
