#pragma once

#include <QByteArray>
#include <QClipboard>
#include <QObject>
#include <QSet>
#include <functional>

class QImage;
class QMimeData;

namespace homeward::ui {

/// The one door to the clipboard, and to what is selected with the mouse under X11. What is copied
/// is marked for clipboard managers as nothing to keep, and does not stay when the window is
/// locked.
class Clipboard final : public QObject {
    Q_OBJECT
public:
    /// Whether this program filled it, as far as the desktop says.
    using Owns = std::function<bool(QClipboard::Mode)>;

    /// Tests say for themselves who owns it; a screen that is not there cannot.
    explicit Clipboard(Owns owns);
    static Clipboard& instance();

    void setText(const QString& text);
    void setImage(const QImage& image);
    /// Empties what still holds something that was copied here since the last time; leaves alone
    /// what another program has put there.
    void clearOwn();

private:
    void put(QMimeData* data, QClipboard::Mode mode);
    /// Text fields copy by themselves: marks and remembers that too.
    void changed(QClipboard::Mode mode);
    QByteArray digestOf(const QMimeData& data) const;

    Owns m_owns;
    QByteArray m_salt;          ///< what was copied must not be guessed from its digest
    QSet<QByteArray> m_copied;  ///< digests
};

}  // namespace homeward::ui
