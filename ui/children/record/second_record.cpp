#include "ui/children/record/second_record.h"

#include <QPushButton>
#include <QVBoxLayout>

#include "app/records/child_list.h"
#include "ui/children/record/merge_dialog.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/dialogs.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

using app::Aggregate;

SecondRecord::SecondRecord(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_button(new QPushButton(tr("On record &twice…"), this)),
      m_banner(new Banner(this)),
      m_read(
          this, context, {Aggregate::Child},
          [this](app::Session& session) { return app::mergedInto(session, m_child.id); },
          [this](const auto& merged) { take(merged); })
{
    m_button->setObjectName(QStringLiteral("mergeButton"));
    m_button->setToolTip(tr("Make one record of two that are about this child"));
    m_button->setVisible(context.session.may(Right::EditChildren));
    m_banner->setLasting();
    m_read.setConcerns([this](const auto& changes) { return changes.concerns(m_child.id.value); });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_banner);
    connect(m_button, &QPushButton::clicked, this, &SecondRecord::merge);
    connect(m_banner, &Banner::actionRequested, this, &SecondRecord::separate);
}

void SecondRecord::setChild(const Child& child)
{
    const bool another = child.id != m_child.id;
    m_child = child;
    if (another) {
        m_banner->hide();
        m_read.read();
    }
}

void SecondRecord::take(const Result<std::vector<app::MergedRecord>>& merged)
{
    if (!merged)
        return m_banner->showError(merged.error());
    m_merged = *merged;
    if (m_merged.empty())
        return m_banner->hide();
    const app::MergedRecord& last = m_merged.front();
    const QString title = tr("This record was made of two");
    const QString words = tr("Case number %1, %2, went into it on %3, by %4: %5")
                              .arg(text(last.number), text(last.name), momentText(last.at),
                                   text(last.by), text(last.reason));
    if (m_context.session.may(Right::EditChildren))
        m_banner->showWithAction(Banner::Tone::Info, title, words, tr("Make two records again…"));
    else
        m_banner->show(Banner::Tone::Info, title, words);
}

void SecondRecord::merge()
{
    MergeDialog dialog(m_child.id, text(displayName(m_child)), window());
    dialog.find = [this](const std::string& number) -> Result<app::MergePreview> {
        const auto other = app::childNumbered(m_context.session, number);
        if (!other)
            return other.error();
        return app::previewMerge(m_context.session, m_child.id, *other);
    };
    dialog.act = [&]() -> Result<Done> {
        const auto merging = dialog.merging();
        if (!merging)
            return merging.error();
        return app::mergeChildren(m_context.session, *merging);
    };
    if (m_context.dialogs.run(dialog) && dialog.kept() != m_child.id)
        emit placeRequested(
            {QStringLiteral("child"), text(dialog.kept().value), QStringLiteral("history")});
}

void SecondRecord::separate()
{
    if (m_merged.empty())
        return;
    const app::MergedRecord& last = m_merged.front();
    const Question question{
        tr("Make two records again"),
        tr("What came from case number %1 is its own again; what was added since stays here.")
            .arg(text(last.number)),
        tr("Make two records"), tr("Leave it"), false};
    if (!m_context.dialogs.confirm(window(), question))
        return;
    if (const auto separated = app::separateChildren(m_context.session, last.id); !separated)
        m_banner->showError(separated.error());
}

}  // namespace homeward::ui
