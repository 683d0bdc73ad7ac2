#include "ui/shell/program/logging.h"

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>

#include <QDir>
#include <QStandardPaths>
#include <QString>

#include "support/text/text.h"

namespace homeward::ui {

namespace {

constexpr std::size_t kFileBytes = 1'000'000;
constexpr std::size_t kFiles = 3;

spdlog::level::level_enum levelOf(QtMsgType type)
{
    switch (type) {
        case QtDebugMsg:
            return spdlog::level::debug;
        case QtInfoMsg:
            return spdlog::level::info;
        case QtWarningMsg:
            return spdlog::level::warn;
        case QtCriticalMsg:
            return spdlog::level::err;
        case QtFatalMsg:
            return spdlog::level::critical;
    }
    return spdlog::level::info;
}

void write(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    spdlog::log(levelOf(type), "{}: {}", context.category ? context.category : "default",
                controlsShown(message.toStdString()));
}

}  // namespace

void startLogging()
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation));
    folder.mkpath(QStringLiteral("log"));
    try {
        spdlog::set_default_logger(spdlog::rotating_logger_mt(
            "homeward", folder.filePath(QStringLiteral("log/homeward.log")).toStdString(),
            kFileBytes, kFiles));
    } catch (const spdlog::spdlog_ex&) {
        // A disk that takes no log must not keep anybody from working.
        return;
    }
    spdlog::flush_on(spdlog::level::info);
    qInstallMessageHandler(write);
}

}  // namespace homeward::ui
