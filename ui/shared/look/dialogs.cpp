#include "ui/shared/look/dialogs.h"

#include <QApplication>
#include <QDialog>
#include <QEventLoop>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStandardPaths>
#include <utility>

#include "ui/shared/look/card.h"
#include "ui/shared/words/plain_words.h"

namespace homeward::ui {

bool DesktopDialogs::confirm(QWidget* parent, const Question& question)
{
    const QScopedValueRollback open(m_open, m_open + 1);
    QMessageBox box(parent);
    // A title bar cuts what is long; the question itself stands in the box.
    box.setWindowTitle(titleWords(question.proceed));
    box.setText(question.title);
    box.setInformativeText(question.text);
    box.setIcon(question.destructive ? QMessageBox::Warning : QMessageBox::Question);
    const QString keepText = question.keep.isEmpty()
                                 ? QCoreApplication::translate("homeward::ui::Dialogs", "Cancel")
                                 : question.keep;
    QPushButton* const keep = box.addButton(buttonWords(keepText), QMessageBox::RejectRole);
    QPushButton* const proceed =
        box.addButton(buttonWords(question.proceed), QMessageBox::AcceptRole);
    setRole(proceed, question.destructive ? "danger" : "primary");
    box.setDefaultButton(keep);
    box.setEscapeButton(keep);
    box.exec();
    return box.clickedButton() == proceed;
}

QStringList DesktopDialogs::openFiles(QWidget* parent, const QString& title, const QString& filter,
                                      bool many)
{
    const QScopedValueRollback open(m_open, m_open + 1);
    if (many)
        return QFileDialog::getOpenFileNames(parent, title, {}, filter);
    const QString file = QFileDialog::getOpenFileName(parent, title, {}, filter);
    return file.isEmpty() ? QStringList() : QStringList(file);
}

QString DesktopDialogs::saveFile(QWidget* parent, const QString& title,
                                 const QString& suggestedName, const QString& filter)
{
    const QScopedValueRollback open(m_open, m_open + 1);
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileDialog::getSaveFileName(parent, title, folder + u'/' + suggestedName, filter);
}

QString DesktopDialogs::folder(QWidget* parent, const QString& title)
{
    const QScopedValueRollback open(m_open, m_open + 1);
    return QFileDialog::getExistingDirectory(
        parent, title, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
}

bool DesktopDialogs::run(QDialog& dialog)
{
    const QScopedValueRollback open(m_open, m_open + 1);
    // The system's own, which is not to be shown in another way; nothing is typed in it.
    if (dialog.inherits("QPrintDialog"))
        return dialog.exec() == QDialog::Accepted;
    // QDialog::exec would return as soon as the dialog is hidden.
    QEventLoop loop;
    QObject::connect(&dialog, &QDialog::finished, &loop, &QEventLoop::quit);
    m_running << &dialog;
    dialog.setResult(QDialog::Rejected);
    dialog.setWindowModality(Qt::ApplicationModal);
    dialog.show();
    loop.exec();
    m_running.removeOne(&dialog);
    m_hidden.removeOne(&dialog);
    return dialog.result() == QDialog::Accepted;
}

void DesktopDialogs::hideAll()
{
    for (QWidget* window : QApplication::topLevelWidgets()) {
        auto* const dialog = qobject_cast<QDialog*>(window);
        if (!dialog || !dialog->isVisible())
            continue;
        if (!m_running.contains(dialog)) {
            dialog->reject();
            continue;
        }
        dialog->hide();
        m_hidden << dialog;
    }
}

void DesktopDialogs::showAgain()
{
    const QList<QDialog*> hidden = std::exchange(m_hidden, {});
    for (QDialog* dialog : m_running)
        if (hidden.contains(dialog))
            dialog->show();
    if (!m_running.isEmpty())
        m_running.constLast()->activateWindow();
}

bool DesktopDialogs::hidesForm() const
{
    return !m_hidden.isEmpty();
}

bool DesktopDialogs::giveUp()
{
    m_hidden.clear();
    for (QWidget* window : QApplication::topLevelWidgets())
        if (auto* dialog = qobject_cast<QDialog*>(window);
            dialog && (dialog->isVisible() || m_running.contains(dialog)))
            dialog->reject();
    return m_open == 0;
}

}  // namespace homeward::ui
