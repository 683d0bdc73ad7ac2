#include "ui/matching/shortlist/search_terms_bar.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScopedValueRollback>
#include <QSignalBlocker>

#include "ui/shared/fields/date_field.h"
#include "ui/shared/fields/field_note.h"
#include "ui/shared/look/card.h"
#include "ui/shared/look/flow_layout.h"
#include "ui/shared/words/catalogue.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

constexpr double kFarthestMiles = 500;

/// Stays together where the bar breaks.
QWidget* captioned(const QString& words, QWidget* buddy, QWidget* field)
{
    auto* group = new QWidget;
    auto* label = new QLabel(words);
    label->setBuddy(buddy);
    setRole(label, "muted");
    auto* row = new QHBoxLayout(group);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(field);
    return group;
}

}  // namespace

SearchTermsBar::SearchTermsBar(QWidget* parent)
    : QWidget(parent),
      m_fromEdit(new DateField(this)),
      m_kindBox(new QComboBox(this)),
      m_typeBox(new QComboBox(this)),
      m_milesEdit(new QDoubleSpinBox(this))
{
    m_fromEdit->setObjectName(QStringLiteral("neededFromEdit"));
    m_fromEdit->setAccessibleName(tr("Needed from"));
    m_fromEdit->setPlaceholderText(tr("today"));

    m_kindBox->setObjectName(QStringLiteral("homeKindBox"));
    m_kindBox->setAccessibleName(tr("Kind of home"));
    for (const auto& [kind, key] : EnumKeys<HomeKind>::table)
        m_kindBox->addItem(label(kind), text(key));

    m_typeBox->setObjectName(QStringLiteral("placementTypeBox"));
    m_typeBox->setAccessibleName(tr("Kind of placement"));
    m_typeBox->addItem(tr("any placement"));
    for (const auto& [type, key] : EnumKeys<PlacementType>::table)
        m_typeBox->addItem(label(type), text(key));

    m_milesEdit->setObjectName(QStringLiteral("maximumMilesEdit"));
    m_milesEdit->setAccessibleName(tr("At most this many miles from family, or from school"));
    m_milesEdit->setRange(0, kFarthestMiles);
    m_milesEdit->setDecimals(0);
    m_milesEdit->setSingleStep(5);
    m_milesEdit->setSpecialValueText(tr("any distance"));
    m_milesEdit->setSuffix(tr(" miles"));
    m_milesEdit->setKeyboardTracking(false);
    m_milesEdit->setToolTip(
        tr("Measured from where the family lives; where that is not known, from school"));

    auto* layout = new FlowLayout(this, 16, 4);
    layout->addWidget(captioned(tr("Needed &from"), m_fromEdit, new FieldWithNote(m_fromEdit)));
    layout->addWidget(captioned(tr("&Kind"), m_kindBox, m_kindBox));
    layout->addWidget(captioned(tr("F&or"), m_typeBox, m_typeBox));
    layout->addWidget(captioned(tr("&Within"), m_milesEdit, m_milesEdit));

    connect(m_fromEdit, &DateField::dateChanged, this, &SearchTermsBar::takeDay);
    connect(m_kindBox, &QComboBox::currentIndexChanged, this, &SearchTermsBar::termsChanged);
    connect(m_typeBox, &QComboBox::currentIndexChanged, this, &SearchTermsBar::termsChanged);
    connect(m_milesEdit, &QDoubleSpinBox::valueChanged, this, &SearchTermsBar::termsChanged);
}

void SearchTermsBar::setTerms(const app::SearchTerms& terms, Date today)
{
    const QSignalBlocker blockers[] = {QSignalBlocker(m_kindBox), QSignalBlocker(m_typeBox),
                                       QSignalBlocker(m_milesEdit)};
    const QScopedValueRollback guard(m_setting, true);
    m_terms = terms;
    m_today = today;
    m_fromEdit->setToday(today);
    m_fromEdit->setDay(terms.on.value_or(today));
    m_kindBox->setCurrentIndex(m_kindBox->findData(text(toKey(terms.kind))));
    const int type = terms.type ? m_typeBox->findData(text(toKey(*terms.type))) : 0;
    m_typeBox->setCurrentIndex(std::max(0, type));
    m_milesEdit->setValue(terms.maxMiles.value_or(0));
}

/// The search goes on from the day it had while something else stands there that is no day.
void SearchTermsBar::takeDay()
{
    if (m_setting || !m_fromEdit->problem().isEmpty())
        return;
    m_terms.on = m_fromEdit->day();
    if (m_terms.on == m_today)
        m_terms.on.reset();
    emit termsChanged();
}

app::SearchTerms SearchTermsBar::terms() const
{
    app::SearchTerms terms = m_terms;
    terms.kind = fromKey<HomeKind>(utf8(m_kindBox->currentData().toString())).value_or(terms.kind);
    terms.type = fromKey<PlacementType>(utf8(m_typeBox->currentData().toString()));
    terms.maxMiles.reset();
    if (m_milesEdit->value() > 0)
        terms.maxMiles = m_milesEdit->value();
    return terms;
}

QString termsText(const app::SearchTerms& terms, Date today)
{
    QStringList parts{SearchTermsBar::tr("Needed from %1").arg(dateText(terms.on.value_or(today)))};
    parts << label(terms.kind);
    parts << (terms.type ? label(*terms.type) : SearchTermsBar::tr("any kind of placement"));
    parts << (terms.maxMiles
                  ? SearchTermsBar::tr("within %1")
                        .arg(sentence("report.miles",
                                      {{"miles", utf8(QString::number(*terms.maxMiles))}}))
                  : SearchTermsBar::tr("any distance"));
    return parts.join(QStringLiteral(" · "));
}

}  // namespace homeward::ui
