#include "ui/shell/start/passphrase_edit.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/shared/fields/typed_secret.h"
#include "ui/shared/look/card.h"

namespace homeward::ui {

PassphraseEdit::PassphraseEdit(QWidget* parent)
    : QWidget(parent),
      m_edit(new SecretEdit),
      m_capsHint(new QLabel(tr("Caps Lock seems to be on.")))
{
    m_edit->setObjectName(QStringLiteral("passphraseEdit"));
    setRole(m_capsHint, "field-problem");
    m_capsHint->hide();
    setFocusProxy(m_edit);

    auto* reveal = new QPushButton(tr("Show"));
    reveal->setCheckable(true);
    reveal->setObjectName(QStringLiteral("revealButton"));
    reveal->setAccessibleName(tr("Show the passphrase"));
    connect(reveal, &QPushButton::toggled, this, [this, reveal](bool shown) {
        m_edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
        reveal->setText(shown ? tr("Hide") : tr("Show"));
    });

    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_edit, 1);
    row->addWidget(reveal);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_capsHint);
    m_edit->installEventFilter(this);
    connect(m_edit, &QLineEdit::returnPressed, this, &PassphraseEdit::submitted);
    connect(m_edit, &QLineEdit::textChanged, this, &PassphraseEdit::changed);
}

Secret PassphraseEdit::secret() const
{
    return typedSecret(*m_edit);
}

void PassphraseEdit::setText(const QString& text)
{
    m_edit->setText(text);
}

void PassphraseEdit::clear()
{
    clearSecret(*m_edit);
    m_capsHint->hide();
}

bool PassphraseEdit::isEmpty() const
{
    return m_edit->text().isEmpty();
}

bool PassphraseEdit::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const QString typed = key->text();
        // Qt cannot be asked; a capital without Shift tells, and so does a small letter with it.
        if (typed.size() == 1 && typed.front().isLetter())
            m_capsHint->setVisible(typed.front().isUpper() !=
                                   key->modifiers().testFlag(Qt::ShiftModifier));
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace homeward::ui
