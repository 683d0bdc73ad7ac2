#include "ui/shell/frame/top_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include "ui/shared/look/card.h"
#include "ui/shared/look/theme.h"
#include "ui/shared/words/plain_words.h"

namespace homeward::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kHeight = 48;
constexpr int kSearchWidth = 520;

QToolButton* makeArrow(const QString& icon, const QString& name)
{
    auto* button = new QToolButton;
    button->setIcon(Theme::instance().icon(icon, &Colours::mutedText));
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void showBrand(QLabel* brand)
{
    const Colours& c = Theme::instance().colours();
    setMarkup(*brand, Markup(u"<span style='color:%1'>Home</span>"
                             "<span style='color:%2'>ward</span>"_s,
                             {c.link.name(), c.accent.name()}));
}

}  // namespace

TopBar::TopBar(int sideBarWidth, QWidget* parent)
    : QWidget(parent),
      m_back(makeArrow(u"back"_s, tr("Back"))),
      m_forward(makeArrow(u"forward"_s, tr("Forward"))),
      m_search(new QLineEdit),
      m_notices(new QHBoxLayout),
      m_account(new QPushButton)
{
    setObjectName(u"topBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(std::max(kHeight, fontMetrics().height() + 28));

    auto* brand = new QLabel;
    brand->setObjectName(u"brand"_s);
    brand->setAccessibleName(u"Homeward"_s);
    brand->setFixedWidth(sideBarWidth - 16);
    showBrand(brand);
    connect(&Theme::instance(), &Theme::changed, brand, [brand] { showBrand(brand); });

    m_search->setObjectName(u"searchEdit"_s);
    m_search->setPlaceholderText(tr("Search children, carers, postcodes…"));
    m_search->setAccessibleName(tr("Search children and carers"));
    m_search->setMaximumWidth(kSearchWidth);
    m_search->setClearButtonEnabled(false);
    auto* key = new QLabel(tr("Ctrl K"));
    setRole(key, "key");
    auto* inside = new QHBoxLayout(m_search);
    inside->setContentsMargins(0, 0, 8, 0);
    inside->addStretch(1);
    inside->addWidget(key, 0, Qt::AlignVCenter);
    key->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_search->setTextMargins(0, 0, key->sizeHint().width() + 8, 0);

    setRole(m_account, "quiet");
    m_account->setObjectName(u"accountButton"_s);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(8);
    row->addWidget(brand);
    row->addWidget(m_back);
    row->addWidget(m_forward);
    row->addWidget(m_search, 100);  // before the gap behind it
    row->addStretch(1);
    m_notices->setSpacing(8);
    row->addLayout(m_notices);
    row->addWidget(m_account);
}

void TopBar::setAccount(const QString& personName, QMenu* menu)
{
    m_account->setText(buttonWords(personName));
    m_account->setAccessibleName(tr("Account of %1").arg(personName));
    m_account->setIcon(Theme::instance().icon(u"account"_s, &Colours::mutedText));
    m_account->setMenu(menu);
}

}  // namespace homeward::ui
