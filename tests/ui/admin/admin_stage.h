#pragma once

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <fstream>

#include "tests/support/authority_fixture.h"
#include "tests/ui/support/ui_harness.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/tables/table_view.h"

namespace homeward::ui::test {

/// The admin page of a small authority of its own, at one of its parts.
class AdminStage {
public:
    /// As the administrator.
    explicit AdminStage(const char* part)
        : stage(fixture.signIn("admin")), page(openAt(part)), requests(page, &Page::placeRequested)
    {
    }
    AdminStage(const char* part, Role role)
        : stage(fixture.signInAs(role, "worker")),
          page(openAt(part)),
          requests(page, &Page::placeRequested)
    {
    }

    template <typename T>
    T* find(const char* name) const
    {
        T* shown = nullptr;
        T* any = nullptr;
        for (T* candidate : page->findChildren<T*>(QLatin1String(name))) {
            any = candidate;
            if (candidate->isVisible())
                shown = candidate;
        }
        REQUIRE(any);
        return shown ? shown : any;
    }
    void click(const char* name)
    {
        find<QPushButton>(name)->click();
        REQUIRE(stage.settle());
        QCoreApplication::processEvents();
    }
    void type(const char* name, const QString& words) const
    {
        find<QLineEdit>(name)->setText(words);
    }

    /// Every word on screen, to look for a sentence.
    QString words() const
    {
        QStringList all;
        for (const QLabel* label : page->window()->findChildren<QLabel*>())
            if (label->isVisible())
                all << label->text();
        return all.join(QLatin1Char('\n'));
    }
    const QAbstractItemModel& table(const char* name) const
    {
        return *find<TableView>(name)->model();
    }
    QString cell(const char* tableName, int row, int column) const
    {
        return table(tableName).index(row, column).data().toString();
    }
    /// Path of a file in the authority's temporary folder.
    QString write(const char* name, const std::string& body) const
    {
        const auto file = fixture.temporary.path() / name;
        std::ofstream(file, std::ios::binary) << body;
        return QString::fromStdString(file.string());
    }

    homeward::test::AuthorityFixture fixture;
    UiStage stage;

private:
    Page* openAt(const char* part)
    {
        return stage.open({QStringLiteral("admin"), {}, QLatin1String(part)});
    }

public:
    Page* page;
    QSignalSpy requests;
};

}  // namespace homeward::ui::test
