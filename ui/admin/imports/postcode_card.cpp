#include "ui/admin/imports/postcode_card.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/session/session.h"
#include "ui/admin/job_progress.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/dialogs.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

PostcodeCard::PostcodeCard(const PageContext& context, Banner& banner, QWidget* parent)
    : Card(tr("Postcode directory"), parent),
      m_context(context),
      m_banner(banner),
      m_reading(
          this, context, {app::Aggregate::Home},
          [](app::Session& session) { return app::postcodeDirectory(session); },
          [this](const auto& directory) { take(directory); }),
      m_load(new QPushButton(tr("Load a directory…"), this)),
      m_progress(new JobProgress(this))
{
    m_load->setObjectName(QStringLiteral("loadPostcodesButton"));
    m_load->setVisible(m_context.session.may(Right::ImportReturns));
    auto* row = new QHBoxLayout;
    row->addWidget(m_load);
    row->addStretch(1);
    body()->addWidget(m_progress);
    body()->addLayout(row);
    connect(m_load, &QPushButton::clicked, this, &PostcodeCard::load);
    connect(m_progress, &JobProgress::finished, this, [this](bool stopped) {
        m_load->setEnabled(true);
        if (!stopped)
            return;
        m_banner.show(Banner::Tone::Info, tr("Stopped"),
                      tr("What was read until then is in the directory."));
        m_reading.readAgain();
    });
}

void PostcodeCard::take(const Result<app::PostcodeDirectory>& directory)
{
    if (!directory)
        return m_banner.showError(directory.error());
    const QString what =
        tr("With it a postcode is enough for a place. Choose the ONS Postcode "
           "Directory or files of Code-Point Open, as CSV.");
    if (directory->postcodes == 0)
        return setSubtitle(tr("None is loaded. %1").arg(what));
    setSubtitle(tr("%Ln postcode(s); last loaded: %1, on %2. %3", nullptr, directory->postcodes)
                    .arg(text(directory->source), dateText(directory->loadedOn), what));
}

void PostcodeCard::load()
{
    const QStringList chosen = m_context.dialogs.openFiles(
        this, tr("Load a postcode directory"), tr("CSV files (*.csv);;All files (*)"), true);
    if (chosen.isEmpty())
        return;
    std::vector<std::filesystem::path> files;
    for (const QString& file : chosen)
        files.emplace_back(utf8(file));
    m_load->setEnabled(false);
    m_banner.hide();
    const QPointer<Job> job = m_context.jobs.run<app::PostcodesLoaded>(
        this, tr("Loading postcodes"),
        [files](app::Session& session, const RunControl& control) {
            return app::loadPostcodes(session, files, control);
        },
        [this](const Result<app::PostcodesLoaded>& loaded) { showLoaded(loaded); },
        Stopping::WhenAsked, Lane::Long);
    m_progress->watch(job, tr("Reading %Ln file(s)", nullptr, static_cast<int>(files.size())));
}

void PostcodeCard::showLoaded(const Result<app::PostcodesLoaded>& loaded)
{
    m_reading.readAgain();
    if (!loaded)
        return m_banner.showError(loaded.error());
    m_banner.show(Banner::Tone::Success,
                  tr("%Ln postcode(s) loaded", nullptr, static_cast<int>(loaded->taken)),
                  loaded->withoutPlace == 0
                      ? tr("Homes and families without a grid reference have a place by their "
                           "postcode now.")
                      : tr("Left out for want of a grid reference: %1.").arg(loaded->withoutPlace));
}

}  // namespace homeward::ui
