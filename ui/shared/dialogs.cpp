#include "ui/shared/dialogs.h"

#include <QApplication>
#include <QDialog>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>

#include "ui/shared/card.h"

namespace homeward::ui {

bool DesktopDialogs::confirm(QWidget* parent, const Question& question)
{
    QMessageBox box(parent);
    box.setWindowTitle(question.title);
    box.setText(question.title);
    box.setInformativeText(question.text);
    box.setIcon(question.destructive ? QMessageBox::Warning : QMessageBox::Question);
    const QString keepText = question.keep.isEmpty() ? QMessageBox::tr("Cancel") : question.keep;
    QPushButton* const keep = box.addButton(keepText, QMessageBox::RejectRole);
    QPushButton* const proceed = box.addButton(question.proceed, QMessageBox::AcceptRole);
    setRole(proceed, question.destructive ? "danger" : "primary");
    box.setDefaultButton(keep);
    box.setEscapeButton(keep);
    box.exec();
    return box.clickedButton() == proceed;
}

QStringList DesktopDialogs::openFiles(QWidget* parent, const QString& title, const QString& filter,
                                      bool many)
{
    if (many)
        return QFileDialog::getOpenFileNames(parent, title, {}, filter);
    const QString file = QFileDialog::getOpenFileName(parent, title, {}, filter);
    return file.isEmpty() ? QStringList() : QStringList(file);
}

QString DesktopDialogs::saveFile(QWidget* parent, const QString& title,
                                 const QString& suggestedName, const QString& filter)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileDialog::getSaveFileName(parent, title, folder + u'/' + suggestedName, filter);
}

QString DesktopDialogs::folder(QWidget* parent, const QString& title)
{
    return QFileDialog::getExistingDirectory(
        parent, title, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
}

void DesktopDialogs::closeAll()
{
    for (QWidget* window : QApplication::topLevelWidgets())
        if (auto* dialog = qobject_cast<QDialog*>(window); dialog && dialog->isVisible())
            dialog->reject();
}

bool DesktopDialogs::run(QDialog& dialog)
{
    return dialog.exec() == QDialog::Accepted;
}

}  // namespace homeward::ui
