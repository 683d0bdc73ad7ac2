#include "ui/admin/frameworks/framework_section.h"

#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/admin/frameworks/comparing_view.h"
#include "ui/admin/frameworks/consequence_words.h"
#include "ui/admin/frameworks/framework_view.h"
#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/card.h"
#include "ui/shared/look/dialogs.h"
#include "ui/shared/look/flow_layout.h"
#include "ui/shared/look/theme.h"
#include "ui/shared/output/export_door.h"
#include "ui/shared/tables/table_view.h"
#include "ui/shared/tasks/held_form.h"
#include "ui/shared/words/format.h"
#include "ui/shared/words/plain_words.h"

namespace homeward::ui {

namespace {

QPushButton* makeButton(const char* name, const QString& words, const char* icon, QWidget* parent)
{
    auto* button = new QPushButton(words, parent);
    button->setObjectName(QLatin1String(name));
    if (*icon)
        button->setIcon(Theme::instance().icon(QLatin1String(icon)));
    return button;
}

/// Asks for no more height than what is shown needs at least, and fills what there is: its lists
/// and texts scroll themselves, and the section around them must not scroll as well.
class LowerPart final : public QStackedWidget {
public:
    explicit LowerPart(QWidget* parent) : QStackedWidget(parent)
    {
        connect(this, &QStackedWidget::currentChanged, this, [this] { updateGeometry(); });
    }
    bool hasHeightForWidth() const override { return false; }
    QSize sizeHint() const override { return minimumSizeHint(); }
    QSize minimumSizeHint() const override
    {
        return currentWidget() ? currentWidget()->minimumSizeHint() : QSize();
    }
};

}  // namespace

FrameworkSection::FrameworkSection(const PageContext& context, QWidget* parent)
    : AdminSection(context, parent),
      m_versions(
          this, context, {app::Aggregate::Framework},
          [](app::Session& session) { return app::listFrameworks(session); },
          [this](const auto& rows) { take(rows); })
{
    setAcceptDrops(context.session.may(Right::ManageFrameworks));
    m_versionsCard = buildVersions();
    column()->addWidget(m_versionsCard);
    column()->addWidget(buildLower(), 1);
    footer()->addWidget(buildOffer());
    m_offer->hide();
}

QWidget* FrameworkSection::buildVersions()
{
    const bool may = context().session.may(Right::ManageFrameworks);
    auto* card = new Card(tr("Versions"), this);
    card->setSubtitle(
        may ? tr("New assessments and skills profiles are made in the current version; older ones "
                 "keep theirs. Drop a file here to load your own.")
            : tr("New assessments and skills profiles are made in the current version. Loading and "
                 "choosing versions is for administrators."));
    m_model = new FrameworkTableModel(this);
    m_table = new TableView({QStringLiteral("admin/frameworks"), QStringLiteral("frameworksTable"),
                             tr("Versions of the needs framework")},
                            m_model, card);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    card->body()->addWidget(m_table);

    auto* tools = new QWidget(card);
    auto* flow = new FlowLayout(tools, 8, 8);
    auto* loadButton = makeButton("chooseFrameworkButton", tr("Load a file…"), "import", tools);
    m_compareButton = makeButton("compareFrameworksButton", tr("Compare versions"), "equal", tools);
    m_currentButton = makeButton("makeCurrentButton", tr("Make current"), "check", tools);
    auto* saveButton = makeButton("saveFrameworkButton", tr("Save as file…"), "save", tools);
    for (QPushButton* button : {loadButton, m_compareButton, m_currentButton, saveButton})
        flow->addWidget(button);
    loadButton->setVisible(may);
    m_currentButton->setVisible(may);
    card->body()->addWidget(tools);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &FrameworkSection::showSelected);
    connect(m_table, &TableView::rowActivated, this, &FrameworkSection::showSelected);
    connect(saveButton, &QPushButton::clicked, this, &FrameworkSection::save);
    connect(m_currentButton, &QPushButton::clicked, this, &FrameworkSection::startMakingCurrent);
    connect(loadButton, &QPushButton::clicked, this, &FrameworkSection::chooseFile);
    connect(m_compareButton, &QPushButton::clicked, this, &FrameworkSection::startComparing);
    return card;
}

QWidget* FrameworkSection::buildOffer()
{
    m_offer = new QWidget(this);
    auto* row = new QHBoxLayout(m_offer);
    row->setContentsMargins(0, 12, 0, 0);
    row->setSpacing(12);
    row->addStretch(1);
    auto* notNow = makeButton("notNowButton", tr("Not now"), "", m_offer);
    m_loadButton = makeButton("loadFrameworkButton", tr("Load and make current"), "", m_offer);
    setRole(m_loadButton, "primary");
    row->addWidget(notNow);
    row->addWidget(m_loadButton);
    connect(notNow, &QPushButton::clicked, this, [this] {
        m_offered.reset();
        banner().hide();
        m_shown.clear();
        goOnAt(m_table);
        showSelected();
    });
    connect(m_loadButton, &QPushButton::clicked, this, &FrameworkSection::load);
    return m_offer;
}

QWidget* FrameworkSection::buildProblems()
{
    m_problems = new Card(QStringLiteral(" "), this);
    m_problemModel = new FrameworkProblemModel(this);
    auto* table =
        new TableView({QStringLiteral("admin/frameworkProblems"),
                       QStringLiteral("frameworkProblemsTable"), tr("Faults in the file")},
                      m_problemModel, m_problems);
    table->setSortingEnabled(false);
    table->setMinimumHeight(72);
    m_problems->body()->addWidget(table, 1);
    return m_problems;
}

QWidget* FrameworkSection::buildLower()
{
    m_lower = new LowerPart(this);
    m_view = new FrameworkView(this);
    m_comparing = new ComparingView(this);
    connect(m_comparing, &ComparingView::versionsChosen, this, &FrameworkSection::compareChosen);
    connect(m_comparing, &ComparingView::left, this, [this] {
        goOnAt(m_table);
        showSelected();
    });
    m_lower->addWidget(m_view);
    m_lower->addWidget(m_comparing);
    m_lower->addWidget(buildProblems());
    return m_lower;
}

void FrameworkSection::enter()
{
    m_versions.readAgain();
}

void FrameworkSection::take(const Result<std::vector<app::FrameworkRow>>& rows)
{
    if (!rows)
        return banner().showError(rows.error());
    const QString before = selected();
    const bool reading = m_lower->currentWidget() == m_view;
    m_model->setRows(*rows);
    m_comparing->setVersions(*rows);
    m_compareButton->setEnabled(m_model->rowCount() > 1);
    fitTable();
    // Rows that come anew must not take away what is compared or offered just now.
    const QSignalBlocker quiet(m_table->selectionModel());
    select(before);
    if (reading)
        showSelected();
}

void FrameworkSection::select(const QString& id)
{
    const QAbstractItemModel* shown = m_table->model();
    int row = 0;
    for (int candidate = 0; candidate < shown->rowCount(); ++candidate)
        if (shown->index(candidate, 0).data(RecordIdRole).toString() == id)
            row = candidate;
    m_table->setCurrentIndex(shown->index(row, 0));
    m_table->selectRow(row);
}

/// Two versions compared have the whole page; what is read, and a file's faults, stand below the
/// list.
void FrameworkSection::showLower(QWidget* part)
{
    m_versionsCard->setHidden(part == m_comparing);
    m_lower->setCurrentWidget(part);
}

void FrameworkSection::fitTable()
{
    const int rows = std::clamp(m_model->rowCount(), 1, 3);
    m_table->setFixedHeight(rows * m_table->verticalHeader()->defaultSectionSize() +
                            m_table->horizontalHeader()->sizeHint().height() + 4);
}

/// The selected version against the current one, or the current one against the one before.
void FrameworkSection::startComparing()
{
    const auto& rows = m_model->rows();
    const auto current = std::find_if(rows.begin(), rows.end(),
                                      [](const app::FrameworkRow& row) { return row.current; });
    const app::FrameworkRow* chosen = m_model->find(selected());
    if (current == rows.end() || !chosen)
        return;
    const app::FrameworkRow* before = &*current;
    if (chosen->current)
        before = &(current + 1 == rows.end() ? rows.front() : *(current + 1));
    m_comparing->choose(before->id, chosen->id);
    compareChosen();
    m_comparing->setFocus();
}

QString FrameworkSection::selected() const
{
    return m_table->currentIndex().data(RecordIdRole).toString();
}

std::optional<NeedsFramework> FrameworkSection::read(const QString& id)
{
    Result<NeedsFramework> framework = app::framework(context().session, {utf8(id)});
    if (framework)
        return std::move(framework).value();
    banner().showError(framework.error());
    return std::nullopt;
}

void FrameworkSection::showSelected()
{
    const app::FrameworkRow* row = m_model->find(selected());
    if (!row)
        return;
    m_currentButton->setEnabled(!row->current);
    m_offered.reset();
    m_offer->hide();
    stopCounting();
    showLower(m_view);
    if (m_shown == selected())
        return;
    if (const std::optional<NeedsFramework> framework = read(selected())) {
        m_shown = selected();
        m_view->showFramework(*framework);
    }
}

void FrameworkSection::compareChosen()
{
    const auto before = read(m_comparing->before());
    const auto after = read(m_comparing->after());
    if (!before || !after)
        return;
    banner().hide();
    m_offered.reset();
    m_offer->hide();
    m_comparing->setOffer(false);
    m_comparing->compare(*before, *after);
    const app::FrameworkRow* row = m_model->find(m_comparing->after());
    if (row && row->current) {
        stopCounting();
        m_comparing->hideConsequences();
    } else {
        countCompared(*after);
    }
    showLower(m_comparing);
}

/// One count at a time, of what is on screen: an earlier one would speak of another version.
void FrameworkSection::count(
    const NeedsFramework& framework,
    const std::function<void(const app::FrameworkConsequences&)>& whenCounted)
{
    stopCounting();
    m_counting = context().jobs.run<app::FrameworkConsequences>(
        this, tr("Counting what changes"),
        [framework](app::Session& session, const RunControl& control) {
            return app::frameworkConsequences(session, framework, control);
        },
        [this, whenCounted](const Result<app::FrameworkConsequences>& found) {
            m_counting.clear();
            if (found)
                return whenCounted(*found);
            m_comparing->showNotCounted();
            banner().showError(found.error());
        },
        Stopping::WhenAsked, Lane::Long);
    connect(m_counting, &Job::ended, this, [this, job = m_counting.data()] {
        if (m_counting == job)  // somebody stopped it
            m_comparing->showNotCounted();
    });
}

void FrameworkSection::stopCounting()
{
    if (m_counting)
        m_counting->cancel();
    m_counting.clear();
}

void FrameworkSection::countCompared(const NeedsFramework& framework)
{
    m_loadButton->setEnabled(false);
    m_comparing->showCounting();
    count(framework, [this](const app::FrameworkConsequences& found) {
        m_comparing->showConsequences(found);
        m_loadButton->setEnabled(true);
        if (m_offered)
            goOnAt(m_loadButton);
    });
}

/// Nobody decides before the consequences are counted.
void FrameworkSection::startMakingCurrent()
{
    const app::FrameworkRow* row = m_model->find(selected());
    if (const auto framework = row ? read(selected()) : std::nullopt)
        count(*framework, [this, row = *row](const app::FrameworkConsequences& found) {
            makeCurrent(row, found);
        });
}

void FrameworkSection::makeCurrent(const app::FrameworkRow& row,
                                   const app::FrameworkConsequences& consequences)
{
    const QString name = tr("%1 %2").arg(text(row.title), text(row.version));
    const ConsequenceWords words = consequenceWords(consequences);
    QStringList lines{tr("New assessments and skills profiles are made in it from now on.")};
    if (!words.warning.isEmpty())
        lines << words.warning;
    lines << words.lines;
    const bool go = context().dialogs.confirm(
        this, {tr("Make %1 current?").arg(name), lines.join(QStringLiteral("\n\n")),
               tr("Make current"), tr("Leave as it is"), !words.warning.isEmpty()});
    if (!go)
        return;
    banner().hide();
    saveFrom<Done>(
        {this}, [this, id = row.id] { return app::makeCurrent(context().session, id); },
        [this, name](const Result<Done>& done) {
            if (!done) {
                banner().showError(done.error());
                return;
            }
            goOnAt(m_table);
            m_versions.readAgain();
            showSelected();
            banner().show(Banner::Tone::Success, tr("%1 is current").arg(name), {});
        });
}

void FrameworkSection::save()
{
    const std::optional<NeedsFramework> framework = read(selected());
    if (!framework)
        return;
    banner().hide();
    ExportDoor(context(), this, &banner())
        .toFile({tr("Save the framework"),
                 QStringLiteral("%1-%2.json").arg(text(framework->key), text(framework->version)),
                 tr("Needs framework (*.json)")},
                {{}, "framework", framework->domains.size(), {}},
                [&](const QString&) -> Result<QByteArray> {
                    return QByteArray::fromStdString(app::frameworkJson(*framework));
                });
}

void FrameworkSection::chooseFile()
{
    const QStringList files = context().dialogs.openFiles(this, tr("Load a needs framework"),
                                                          tr("Needs framework (*.json)"), false);
    if (!files.isEmpty())
        look(files.constFirst());
}

void FrameworkSection::look(const QString& file)
{
    banner().hide();
    const std::filesystem::path path(utf8(file));
    const QString name = QFileInfo(file).fileName();
    context().jobs.run<NeedsFramework>(
        this, tr("Checking %1").arg(name),
        [path](app::Session&, const RunControl& control) {
            return app::readFrameworkFile(path, control);
        },
        [this, name](const Result<NeedsFramework>& checked) { showFile(checked, name); });
}

void FrameworkSection::showFile(const Result<NeedsFramework>& file, const QString& name)
{
    if (!file) {
        const std::vector<FrameworkProblem> problems = problemsOf(file.error());
        m_problems->setTitle(tr("%1 cannot be loaded").arg(name));
        m_problems->setSubtitle(tr(
            "There (is|are) %n fault(s). Nothing was changed. Correct the file and load it again.",
            nullptr, static_cast<int>(problems.size())));
        m_problemModel->setRows(problems);
        m_offered.reset();
        m_offer->hide();
        showLower(m_problems);
        return;
    }
    const Result<NeedsFramework> current = app::currentFramework(context().session);
    if (!current) {
        banner().showError(current.error());
        return;
    }
    m_offered = *file;
    m_comparing->setOffer(true);
    m_comparing->compare(*current, *file);
    countCompared(*file);
    showLower(m_comparing);
    m_offer->show();
    m_comparing->setFocus();
    banner().show(
        Banner::Tone::Info, tr("%1 is in order").arg(name),
        tr("Below is what it changes against the current version. It is not loaded yet."));
}

void FrameworkSection::load()
{
    if (!m_offered)
        return;
    saveFrom<FrameworkVersionId>(
        {this},
        [this, offered = *m_offered] { return app::loadFramework(context().session, offered); },
        [this](const Result<FrameworkVersionId>& loaded) { showLoaded(loaded); });
}

void FrameworkSection::showLoaded(const Result<FrameworkVersionId>& loaded)
{
    if (!m_offered)
        return;
    const QString name = tr("%1 %2").arg(text(m_offered->title), text(m_offered->version));
    if (!loaded) {
        const auto rule = loaded.error().facts.find("rule");
        if (rule != loaded.error().facts.end() && rule->second == "already-exists")
            banner().show(Banner::Tone::Warning,
                          tr("Version %1 is already here").arg(text(m_offered->version)),
                          tr("The one that is loaded says something else. Give your file a new "
                             "version number and load it again; nothing was changed."));
        else
            banner().showError(loaded.error());
        return;
    }
    m_offered.reset();
    goOnAt(m_table);
    m_offer->hide();
    m_versions.readAgain();
    select(text(loaded->value));
    showSelected();
    banner().show(Banner::Tone::Success, tr("%1 is loaded and current").arg(name),
                  tr("Completed assessments keep the version they were made in."));
}

void FrameworkSection::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void FrameworkSection::dropEvent(QDropEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.constFirst().isLocalFile())
        look(urls.constFirst().toLocalFile());
}

}  // namespace homeward::ui
