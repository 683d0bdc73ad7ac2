#include "ui/children/children_filter_bar.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSettings>

#include "ui/shared/card.h"
#include "ui/shared/flow_layout.h"
#include "ui/shared/format.h"
#include "ui/shared/theme.h"

namespace homeward::ui {
namespace {

struct AgeBand {
    int youngest;
    int oldest;
};
constexpr AgeBand kAgeBands[] = {{0, 4}, {5, 9}, {10, 15}, {16, 25}};
constexpr const char* kMine = "mine";
constexpr const char* kNobody = "nobody";
const QString kSettings = QStringLiteral("children/filter/");

}  // namespace

ChildrenFilterBar::ChildrenFilterBar(const AccountId& me, QWidget* parent)
    : QWidget(parent), m_me(me), m_search(new QLineEdit(this))
{
    m_search->setObjectName(QStringLiteral("childrenSearch"));
    m_search->setAccessibleName(tr("Search children"));
    m_search->setPlaceholderText(tr("Name, case number, home, postcode"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(Theme::instance().icon(QStringLiteral("search"), &Colours::mutedText),
                        QLineEdit::LeadingPosition);
    m_search->setFixedWidth(fontMetrics().averageCharWidth() * 36);
    m_search->installEventFilter(this);

    auto* flow = new FlowLayout(this, 8, 8);
    flow->addWidget(m_search);
    m_care = addChoice(tr("In care"), QStringLiteral("careChoice"));
    m_care->addItem(tr("In care now"), true);
    m_care->addItem(tr("All children"), false);
    m_age = addChoice(tr("Age"), QStringLiteral("ageChoice"));
    m_age->addItem(tr("Any age"), -1);
    for (int i = 0; i < static_cast<int>(std::size(kAgeBands)); ++i)
        m_age->addItem(i == 0 ? tr("Under 5")
                       : i == 3
                           ? tr("16 and over")
                           : tr("%1 to %2").arg(kAgeBands[i].youngest).arg(kAgeBands[i].oldest),
                       i);
    m_place = addChoice(tr("Kind of place"), QStringLiteral("placeChoice"));
    m_place->setMinimumContentsLength(10);
    m_place->addItem(tr("Any place"), QString());
    for (const auto& [group, key] : EnumKeys<PlaceGroup>::table)
        m_place->addItem(label(group), text(key));
    m_worker = addChoice(tr("Worker"), QStringLiteral("workerChoice"));
    m_assessed = addChoice(tr("Assessed"), QStringLiteral("assessedChoice"));
    m_assessed->setMinimumContentsLength(10);
    m_assessed->addItem(tr("Assessed or not"), QString());
    m_assessed->addItem(tr("Assessed"), QStringLiteral("yes"));
    m_assessed->addItem(tr("Not assessed yet"), QStringLiteral("no"));
    m_clear = new QPushButton(tr("Clear filters"), this);
    m_clear->setObjectName(QStringLiteral("clearFiltersButton"));
    setRole(m_clear, "quiet");
    connect(m_clear, &QPushButton::clicked, this, &ChildrenFilterBar::clear);
    flow->addWidget(m_clear);
    setWorkers({});
    restore();
    m_filling = false;
    connect(m_search, &QLineEdit::textChanged, this, &ChildrenFilterBar::emitChange);
}

QComboBox* ChildrenFilterBar::addChoice(const QString& name, const QString& objectName)
{
    auto* choice = new QComboBox(this);
    choice->setObjectName(objectName);
    choice->setAccessibleName(name);
    choice->setToolTip(name);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(7);
    layout()->addWidget(choice);
    connect(choice, &QComboBox::currentIndexChanged, this, &ChildrenFilterBar::emitChange);
    return choice;
}

void ChildrenFilterBar::setWorkers(const std::vector<Account>& accounts)
{
    const QScopedValueRollback guard(m_filling, true);
    const QString chosen = m_worker->count() == 0 || !m_wantedWorker.isEmpty()
                               ? m_wantedWorker
                               : m_worker->currentData().toString();
    m_worker->clear();
    m_worker->addItem(tr("Any worker"), QString());
    m_worker->addItem(tr("My children"), QString::fromLatin1(kMine));
    m_worker->addItem(tr("Nobody yet"), QString::fromLatin1(kNobody));
    for (const Account& account : accounts)
        m_worker->addItem(text(account.personName), text(account.id.value));
    const int index = m_worker->findData(chosen);
    m_worker->setCurrentIndex(qMax(0, index));
    if (index >= 0)
        m_wantedWorker.clear();
}

ChildrenFilter ChildrenFilterBar::filter() const
{
    ChildrenFilter filter;
    filter.typed = m_search->text();
    filter.inCareOnly = m_care->currentData().toBool();
    if (const int band = m_age->currentData().toInt(); band >= 0) {
        filter.youngestYears = kAgeBands[band].youngest;
        filter.oldestYears = kAgeBands[band].oldest;
    }
    filter.placement = fromKey<PlaceGroup>(utf8(m_place->currentData().toString()));
    const QString worker = m_worker->currentData().toString();
    if (worker == QLatin1String(kMine))
        filter.worker = m_me;
    else if (worker == QLatin1String(kNobody))
        filter.worker = AccountId();
    else if (!worker.isEmpty())
        filter.worker = AccountId{utf8(worker)};
    if (const QString assessed = m_assessed->currentData().toString(); !assessed.isEmpty())
        filter.assessed = assessed == QStringLiteral("yes");
    return filter;
}

void ChildrenFilterBar::clear()
{
    {
        const QScopedValueRollback guard(m_filling, true);
        m_search->clear();
        m_care->setCurrentIndex(m_care->findData(ChildrenFilter().inCareOnly));
        for (QComboBox* choice : {m_age, m_place, m_worker, m_assessed})
            choice->setCurrentIndex(0);
        m_wantedWorker.clear();
    }
    emitChange();
}

void ChildrenFilterBar::showEverybody()
{
    m_care->setCurrentIndex(m_care->findData(false));
}

void ChildrenFilterBar::emitChange()
{
    if (m_filling)
        return;
    remember();
    const ChildrenFilter now = filter();
    m_clear->setEnabled(now != ChildrenFilter());
    emit filterChanged();
}

void ChildrenFilterBar::remember() const
{
    // Not the words typed: they may be a name, and settings are not encrypted.
    QSettings settings;
    settings.setValue(kSettings + QStringLiteral("care"), m_care->currentData());
    settings.setValue(kSettings + QStringLiteral("age"), m_age->currentData());
    settings.setValue(kSettings + QStringLiteral("place"), m_place->currentData());
    settings.setValue(kSettings + QStringLiteral("worker"), m_worker->currentData());
    settings.setValue(kSettings + QStringLiteral("assessed"), m_assessed->currentData());
}

void ChildrenFilterBar::restore()
{
    const QScopedValueRollback guard(m_filling, true);
    const QSettings settings;
    const auto choose = [&settings](QComboBox* choice, const char* key) {
        const QVariant value = settings.value(kSettings + QString::fromLatin1(key));
        for (int i = 0; value.isValid() && i < choice->count(); ++i)
            if (choice->itemData(i).toString() == value.toString())
                choice->setCurrentIndex(i);
    };
    choose(m_care, "care");
    choose(m_age, "age");
    choose(m_place, "place");
    choose(m_worker, "worker");
    choose(m_assessed, "assessed");
    m_wantedWorker = settings.value(kSettings + QStringLiteral("worker")).toString();
}

bool ChildrenFilterBar::eventFilter(QObject* object, QEvent* event)
{
    if (object == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            emit leftDownwards();
            return true;
        }
        if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

}  // namespace homeward::ui
