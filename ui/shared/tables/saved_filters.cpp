#include "ui/shared/tables/saved_filters.h"

#include <QCollator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QPushButton>
#include <algorithm>

#include "app/session/drafts.h"
#include "app/records/children.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/card.h"
#include "ui/shared/look/dialogs.h"
#include "ui/shared/tables/filter_name_dialog.h"
#include "ui/shared/tasks/waits.h"
#include "ui/shared/words/format.h"
#include "ui/shared/words/plain_words.h"

namespace homeward::ui {
namespace {

/// They are kept as drafts are: one text for each person and list.
constexpr const char* kKind = "filters";

QStringList namesOf(const SavedFilters::Named& saved)
{
    QStringList names = saved.keys();
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::sort(names.begin(), names.end(), collator);
    return names;
}

SavedFilters::Named fromJson(const QByteArray& body)
{
    SavedFilters::Named saved;
    const QJsonObject all = QJsonDocument::fromJson(body).object();
    for (auto one = all.begin(); one != all.end(); ++one) {
        const QJsonObject values = one->toObject();
        for (auto value = values.begin(); value != values.end(); ++value)
            saved[one.key()][value.key()] = value->toString();
    }
    return saved;
}

QByteArray toJson(const SavedFilters::Named& saved)
{
    QJsonObject all;
    for (auto one = saved.begin(); one != saved.end(); ++one) {
        QJsonObject values;
        for (auto value = one->begin(); value != one->end(); ++value)
            values[value.key()] = *value;
        all[one.key()] = values;
    }
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

}  // namespace

SavedFilters::SavedFilters(const PageContext& context, const QString& list, FilterBar& bar,
                           Banner& banner)
    : QObject(&bar),
      m_context(context),
      m_list(list),
      m_bar(bar),
      m_banner(banner),
      m_button(new QPushButton(tr("Saved filters"), &bar)),
      m_menu(new QMenu(m_button))
{
    m_button->setObjectName(QStringLiteral("savedFiltersButton"));
    m_button->setToolTip(tr("Choose filters you saved, or save these under a name"));
    setRole(m_button, "quiet");
    m_button->setMenu(m_menu);
    bar.addButton(m_button);
    // Filled when it is opened, so that no name stays in it behind the lock.
    connect(m_menu, &QMenu::aboutToShow, this, &SavedFilters::fillMenu);
}

void SavedFilters::fillMenu()
{
    m_menu->clear();
    const Result<Named> saved = read();
    if (!saved)
        return m_banner.showError(saved.error());
    fillNames(*saved);
    QAction* const save = m_menu->addAction(tr("Save these filters…"), this,
                                            [this, saved = *saved] { this->save(saved); });
    save->setObjectName(QStringLiteral("saveFiltersAction"));
    save->setEnabled(!m_bar.isClear());
    if (saved->isEmpty())
        return;
    QMenu* const rename = m_menu->addMenu(tr("Rename"));
    QMenu* const remove = m_menu->addMenu(tr("Remove"));
    for (const QString& name : namesOf(*saved)) {
        rename->addAction(buttonWords(name), this,
                          [this, saved = *saved, name] { this->nameAnew(saved, name); });
        remove->addAction(buttonWords(name), this,
                          [this, saved = *saved, name] { this->remove(saved, name); });
    }
}

void SavedFilters::fillNames(const Named& saved)
{
    const FilterBar::Chosen now = m_bar.chosen();
    for (const QString& name : namesOf(saved)) {
        QAction* const action = m_menu->addAction(
            buttonWords(name), this, [this, chosen = saved[name]] { m_bar.choose(chosen); });
        action->setCheckable(true);
        action->setChecked(saved[name] == now);
    }
    if (saved.isEmpty())
        m_menu->addAction(tr("None saved yet"))->setEnabled(false);
    m_menu->addSeparator();
}

std::optional<QString> SavedFilters::askName(const QString& title, const QString& name,
                                             const Named& saved)
{
    QStringList inUse = saved.keys();
    inUse.removeAll(name);
    FilterNameDialog dialog(title, name, inUse, &m_bar);
    return m_context.dialogs.run(dialog) ? std::optional(dialog.name()) : std::nullopt;
}

void SavedFilters::save(const Named& saved)
{
    const FilterBar::Chosen chosen = m_bar.chosen();
    const auto name = askName(tr("Save these filters"), {}, saved);
    if (!name)
        return;
    Named more = saved;
    more[*name] = chosen;
    write(more);
}

void SavedFilters::nameAnew(Named saved, const QString& name)
{
    const auto another = askName(tr("Rename saved filters"), name, saved);
    if (!another)
        return;
    saved[*another] = saved.take(name);
    write(saved);
}

void SavedFilters::remove(Named saved, const QString& name)
{
    saved.remove(name);
    write(saved);
}

Result<SavedFilters::Named> SavedFilters::read() const
{
    const auto body = app::readChoices(m_context.session, kKind, utf8(m_list));
    if (!body)
        return body.error();
    return *body ? fromJson(QByteArray::fromStdString(**body)) : Named();
}

void SavedFilters::write(const Named& saved)
{
    // While another program is writing they stand in the rescue file, as a draft does.
    const NoPatience none;
    const Result<Done> kept =
        saved.isEmpty()
            ? app::dropChoices(m_context.session, kKind, utf8(m_list))
            : app::keepChoices(m_context.session, kKind, utf8(m_list), toJson(saved).toStdString());
    if (!kept)
        m_banner.showError(kept.error());
}

}  // namespace homeward::ui
