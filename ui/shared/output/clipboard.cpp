#include "ui/shared/output/clipboard.h"

#include <QCryptographicHash>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>
#include <QRandomGenerator>
#include <array>
#include <memory>

namespace homeward::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Klipper and GPaste keep nothing that bears it; others ignore it.
QString hintFormat()
{
    return u"x-kde-passwordManagerHint"_s;
}

/// What text fields and this program put there, in formats others read.
std::unique_ptr<QMimeData> copyOf(const QMimeData& data)
{
    auto copy = std::make_unique<QMimeData>();
    if (data.hasText())
        copy->setText(data.text());
    if (data.hasImage())
        copy->setImageData(data.imageData());
    return copy;
}

QByteArray randomSalt()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    return {reinterpret_cast<const char*>(words.data()), static_cast<qsizetype>(sizeof words)};
}

bool ownedByProgram(QClipboard::Mode mode)
{
    const QClipboard& clipboard = *QGuiApplication::clipboard();
    return mode == QClipboard::Selection ? clipboard.ownsSelection() : clipboard.ownsClipboard();
}

}  // namespace

Clipboard::Clipboard(Owns owns) : m_owns(std::move(owns)), m_salt(randomSalt())
{
    connect(QGuiApplication::clipboard(), &QClipboard::changed, this, &Clipboard::changed);
    connect(qGuiApp, &QCoreApplication::aboutToQuit, this, &Clipboard::clearOwn);
}

Clipboard& Clipboard::instance()
{
    static Clipboard clipboard(ownedByProgram);
    return clipboard;
}

void Clipboard::setText(const QString& text)
{
    auto* data = new QMimeData;
    data->setText(text);
    put(data, QClipboard::Clipboard);
}

void Clipboard::setImage(const QImage& image)
{
    auto* data = new QMimeData;
    data->setImageData(image);
    put(data, QClipboard::Clipboard);
}

void Clipboard::put(QMimeData* data, QClipboard::Mode mode)
{
    data->setData(hintFormat(), "secret"_ba);
    m_copied.insert(digestOf(*data));
    QGuiApplication::clipboard()->setMimeData(data, mode);
}

void Clipboard::changed(QClipboard::Mode mode)
{
    if (!m_owns(mode))
        return;
    const QMimeData* const data = QGuiApplication::clipboard()->mimeData(mode);
    if (data && !data->formats().isEmpty() && !data->hasFormat(hintFormat()))
        put(copyOf(*data).release(), mode);
}

void Clipboard::clearOwn()
{
    if (m_copied.isEmpty())
        return;
    QClipboard& clipboard = *QGuiApplication::clipboard();
    for (const QClipboard::Mode mode : {QClipboard::Clipboard, QClipboard::Selection}) {
        if (mode == QClipboard::Selection && !clipboard.supportsSelection())
            continue;
        // A clipboard manager may have taken it over: only what it holds tells.
        const QMimeData* const data = clipboard.mimeData(mode);
        if (data && m_copied.contains(digestOf(*data)))
            clipboard.clear(mode);
    }
    m_copied.clear();
}

QByteArray Clipboard::digestOf(const QMimeData& data) const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(m_salt);
    if (data.hasImage() && !data.hasText()) {
        const QImage image =
            data.imageData().value<QImage>().convertToFormat(QImage::Format_ARGB32);
        hash.addData(QByteArrayView(image.constBits(), image.sizeInBytes()));
    } else {
        const QString text = data.text();
        hash.addData(QByteArrayView(reinterpret_cast<const char*>(text.constData()),
                                    text.size() * static_cast<qsizetype>(sizeof(QChar))));
    }
    return hash.result();
}

}  // namespace homeward::ui
