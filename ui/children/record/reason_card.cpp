#include "ui/children/record/reason_card.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/shared/fields/form_field.h"
#include "ui/shared/look/card.h"

namespace homeward::ui {

ReasonCard::ReasonCard(QWidget* parent)
    : QWidget(parent),
      m_words(new QLabel(this)),
      m_reason(new QLineEdit(this)),
      m_open(new QPushButton(tr("Open the record"), this))
{
    m_words->setWordWrap(true);
    m_reason->setObjectName(QStringLiteral("openReasonEdit"));
    m_open->setObjectName(QStringLiteral("openWithReasonButton"));
    m_open->setEnabled(false);
    setRole(m_open, "primary");
    auto* card = new Card(tr("A child of somebody else's caseload"), this);
    card->setMaximumWidth(560);
    card->body()->setSpacing(12);
    card->body()->addWidget(m_words);
    card->body()->addWidget(new FormField(
        tr("Why you look"), m_reason, tr("For example: on duty, covering leave, joint visit.")));
    card->body()->addWidget(m_open, 0, Qt::AlignLeft);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card, 0, Qt::AlignLeft);
    layout->addStretch(1);
    setFocusProxy(m_reason);
    connect(m_reason, &QLineEdit::textChanged, this,
            [this](const QString& typed) { m_open->setEnabled(!typed.trimmed().isEmpty()); });
    connect(m_reason, &QLineEdit::returnPressed, m_open, &QPushButton::click);
    connect(m_open, &QPushButton::clicked, this,
            [this] { emit given(m_reason->text().trimmed()); });
}

void ReasonCard::ask(const QString& worker)
{
    m_words->setText(
        tr("%1 is the social worker. You can open the record; your reason and that you "
           "looked are put on record.")
            .arg(worker));
    m_reason->clear();
}

}  // namespace homeward::ui
