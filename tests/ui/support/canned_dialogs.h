#pragma once

#include <QDialog>
#include <functional>
#include <vector>

#include "ui/shared/look/dialogs.h"

namespace homeward::ui::test {

/// Answers as the test says and keeps what was asked.
class CannedDialogs : public Dialogs {
public:
    bool confirm(QWidget*, const Question& question) override
    {
        asked.push_back(question);
        return answer;
    }
    QStringList openFiles(QWidget*, const QString&, const QString&, bool) override { return files; }
    QString saveFile(QWidget*, const QString&, const QString& suggestedName,
                     const QString&) override
    {
        suggestedNames << suggestedName;
        return file;
    }
    QString folder(QWidget*, const QString&) override { return folderAnswer; }
    bool run(QDialog& dialog) override { return onRun && onRun(dialog); }

    bool answer = true;
    QStringList files;
    QString file;
    QString folderAnswer;
    std::function<bool(QDialog&)> onRun;  ///< none: the dialog is given up
    std::vector<Question> asked;
    QStringList suggestedNames;
};

}  // namespace homeward::ui::test
