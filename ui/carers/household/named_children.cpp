#include "ui/carers/household/named_children.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include "app/records/global_search.h"
#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/look/card.h"
#include "ui/shared/words/child_words.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

constexpr int kMostOffered = 8;
constexpr QLatin1String kBetween(", ");  ///< as the text of a field with several values

QString childText(const app::ChildRow& child)
{
    return NamedChildren::tr("%1, %2 · %3")
        .arg(text(child.displayName), ageText(child.ageYears), text(child.caseNumber));
}

}  // namespace

NamedChildren::NamedChildren(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_rows(new QVBoxLayout),
      m_addEdit(new QLineEdit(this)),
      m_offered(new QStandardItemModel(this)),
      m_completer(new QCompleter(m_offered, this))
{
    m_addEdit->setObjectName(QStringLiteral("addNamedChildEdit"));
    m_addEdit->setAccessibleName(tr("Add a child the approval names"));
    m_addEdit->setPlaceholderText(tr("Add a child: name or case number"));
    // What fits is found by the search of the program, not by how the words begin.
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_addEdit->setCompleter(m_completer);
    m_rows->setSpacing(2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(m_rows);
    layout->addWidget(m_addEdit);
    setFocusProxy(m_addEdit);
    connect(m_addEdit, &QLineEdit::textEdited, this, &NamedChildren::offer);
    connect(m_addEdit, &QLineEdit::returnPressed, this, &NamedChildren::takeTyped);
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            [this](const QModelIndex& index) { add(index.data(RecordIdRole).toString()); });
}

QString NamedChildren::value() const
{
    return m_children.join(kBetween);
}

void NamedChildren::setValue(const QString& ids)
{
    show(ids.split(kBetween, Qt::SkipEmptyParts));
}

void NamedChildren::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_addEdit->setVisible(!readOnly);
    show(m_children);
}

void NamedChildren::offer(const QString& typed)
{
    m_offered->clear();
    const auto hits = app::search(m_context.session, utf8(typed), kMostOffered);
    if (!hits)
        return;
    for (const app::SearchHit& hit : *hits) {
        const auto* child = std::get_if<app::ChildRow>(&hit.row);
        if (!child || m_children.contains(text(child->id.value)))
            continue;
        auto* item = new QStandardItem(childText(*child));
        item->setData(text(child->id.value), RecordIdRole);
        m_offered->appendRow(item);
    }
    m_completer->complete();
}

void NamedChildren::takeTyped()
{
    if (m_offered->rowCount() == 1)
        add(m_offered->item(0)->data(RecordIdRole).toString());
}

void NamedChildren::add(const QString& child)
{
    if (child.isEmpty() || m_children.contains(child))
        return;
    show(m_children + QStringList{child});
    // The completer writes its own words when this returns.
    QMetaObject::invokeMethod(m_addEdit, &QLineEdit::clear, Qt::QueuedConnection);
    emit edited();
}

void NamedChildren::remove(const QString& child)
{
    QStringList others = m_children;
    others.removeAll(child);
    m_addEdit->setFocus();  // the button that has the keyboard goes
    show(others);
    emit edited();
}

void NamedChildren::show(const QStringList& children)
{
    m_children = children;
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        if (QWidget* const row = item->widget()) {
            row->hide();
            row->deleteLater();  // its button may be what was pressed
        }
        delete item;
    }
    std::vector<ChildId> ids;
    for (const QString& child : children)
        ids.push_back({utf8(child)});
    const auto rows = app::childRows(m_context.session, ids);
    for (const app::ChildRow& child : rows ? *rows : std::vector<app::ChildRow>()) {
        auto* row = new QWidget(this);
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->addWidget(new QLabel(childText(child), row), 1);
        auto* button = new QPushButton(tr("Take off"), row);
        button->setAccessibleName(tr("Take off %1").arg(text(child.displayName)));
        button->setObjectName(QStringLiteral("takeOffButton"));
        setRole(button, "quiet");
        button->setVisible(!m_readOnly);
        connect(button, &QPushButton::clicked, this,
                [this, id = text(child.id.value)] { remove(id); });
        line->addWidget(button);
        m_rows->addWidget(row);
    }
}

}  // namespace homeward::ui
