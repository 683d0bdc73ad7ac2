#include <iostream>

#include "cli/command.h"
#include "support/os/process.h"
#include "support/os/terminal.h"

namespace {

namespace os = homeward::os;

homeward::Result<homeward::Secret> askSecret(const std::string& prompt)
{
    const os::QuietTerminal terminal;
    if (!terminal.isQuiet())
        return homeward::Error{homeward::ErrorCode::NotFound, "no terminal", {}};
    terminal.write(prompt + " ");
    homeward::Secret line(std::size_t{1024});
    std::size_t length = 0;
    const bool whole = terminal.readLine(line, length);
    terminal.write("\n");
    if (!whole)
        return homeward::Error{homeward::ErrorCode::Cancelled, "passphrase prompt", {}};
    return homeward::Secret(line.text().substr(0, length));
}

}  // namespace

int main(int argc, char** argv)
try {
    os::holdStandardDescriptors();
    os::protectMemoryOfProcess();
    os::beInterruptible();
    homeward::app::Environment environment = homeward::app::Environment::real();
    environment.program = "command-line";
    homeward::cli::Console console{std::cout,
                                   std::cerr,
                                   os::isTerminal(os::Output::Error),
                                   std::move(environment),
                                   os::environmentVariable,
                                   askSecret,
                                   os::wasInterrupted,
                                   os::isTerminal(os::Output::Standard)};
    return homeward::cli::run(os::argumentsOf(argc, argv), console);
} catch (...) {
    return homeward::cli::kCouldNot;
}
