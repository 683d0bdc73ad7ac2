#include "ui/carers/list/providers_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include "app/session/session.h"
#include "ui/carers/list/provider_table_model.h"
#include "ui/shared/fields/form_field.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/card.h"
#include "ui/shared/pages/list_sources.h"
#include "ui/shared/tables/filter_bar.h"
#include "ui/shared/tasks/held_form.h"
#include "ui/shared/words/error_presenter.h"

namespace homeward::ui {
namespace {

ListNames providerListNames()
{
    return {QStringLiteral("providers"),
            QStringLiteral("carers"),
            ProvidersPage::tr("Providers"),
            {QStringLiteral("providers"), QStringLiteral("providersView"),
             ProvidersPage::tr("Providers of homes")},
            ProvidersPage::tr("providers.csv"),
            ProvidersPage::tr("Copy the selected providers, or the whole list")};
}

}  // namespace

ProvidersPage::ProvidersPage(const PageContext& context, QWidget* parent)
    : ListPage(context, providerListNames(), new ProviderTableModel, parent),
      m_model(model<ProviderTableModel>()),
      m_providers(
          this, context, kTouchHomeRows, Lane::Quick, {},
          [] {
              return [](app::Session& session, const RunControl&) {
                  return app::providerRows(session);
              };
          },
          [this](const Result<std::vector<app::ProviderRow>>& rows) { showProviders(rows); }),
      m_form(buildForm())
{
    filters().addSearch(QStringLiteral("providersSearchEdit"), tr("Search providers"),
                        tr("Name of a provider"));
    m_service = filters().addChoice(
        QStringLiteral("serviceFilter"), tr("Own service or agency"),
        {{tr("Any provider"), {}}, {tr("Own service"), true}, {tr("Agency or other"), false}});
    m_free = filters().addCheck(QStringLiteral("freePlaceFilter"), tr("Free place"),
                                tr("Only providers with a free place in an approved home"));
    filters().addClear(QStringLiteral("clearProviderFiltersButton"));
    addAbove(m_form);
    m_form->hide();
    auto* add = addAction(QStringLiteral("addProviderButton"), tr("Add provider"));
    add->setVisible(context.session.may(Right::EditHomes));
    connect(add, &QPushButton::clicked, this, [this] {
        m_form->show();
        m_name->editor()->setFocus();
    });
    sayWhenNone({QStringLiteral("carers"), tr("No providers yet"),
                 tr("Providers come with the homes of the register, or are added here.")});
    sayWhenNoMatch({QStringLiteral("search"), tr("No provider fits"),
                    tr("Fewer words or fewer filters find more.")});
    start();
    m_providers.read();
}

QWidget* ProvidersPage::buildForm()
{
    auto* card = new Card(tr("New provider"), this);
    auto* edit = new QLineEdit(card);
    edit->setObjectName(QStringLiteral("providerNameEdit"));
    m_name = new FormField(tr("Name"), edit, {}, card);
    m_own = new QCheckBox(tr("Our own service"), card);
    m_own->setObjectName(QStringLiteral("ownServiceCheck"));
    auto* save = new QPushButton(tr("Save"), card);
    save->setObjectName(QStringLiteral("saveProviderButton"));
    setRole(save, "primary");
    auto* cancel = new QPushButton(tr("Cancel"), card);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_name, 1);
    row->addWidget(m_own);
    row->addWidget(cancel);
    row->addWidget(save);
    card->body()->addLayout(row);
    connect(edit, &QLineEdit::textEdited, this, [this] { m_name->setProblem({}); });
    connect(edit, &QLineEdit::returnPressed, save, &QPushButton::click);
    connect(save, &QPushButton::clicked, this, &ProvidersPage::add);
    connect(cancel, &QPushButton::clicked, card, &QWidget::hide);
    return card;
}

void ProvidersPage::add()
{
    auto* edit = static_cast<QLineEdit*>(m_name->editor());
    saveFrom<ProviderId>(
        {m_form},
        [this, name = utf8(edit->text()), own = m_own->isChecked()] {
            return app::provideProvider(context().session, name, own);
        },
        [this, edit](const Result<ProviderId>& added) {
            if (!added && added.error().code == ErrorCode::InvalidInput)
                return m_name->setProblem(ruleText(added.error()));
            if (!added)
                return banner().showError(added.error());
            edit->clear();
            m_own->setChecked(false);
            m_form->hide();  // the lists are read again, and the table with them
        });
}

void ProvidersPage::showProviders(const Result<std::vector<app::ProviderRow>>& rows)
{
    if (!rows)
        return banner().showError(rows.error());
    m_isRead = true;
    m_model->setRows(*rows);
    narrow();
}

void ProvidersPage::narrow()
{
    m_model->narrow(filters().typed(), answerOf(*m_service), m_free->isChecked());
    int free = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        free += m_model->rowAt(row).free;
    const QStringList facts{
        tr("%1 of %Ln provider(s)", nullptr, m_model->totalCount()).arg(m_model->rowCount()),
        tr("%Ln free place(s)", nullptr, free)};
    header().setFacts(facts.join(QStringLiteral(" · ")));
    showState(m_isRead);
}

}  // namespace homeward::ui
