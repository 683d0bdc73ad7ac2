#pragma once

#include <QObject>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "ui/carers/home_entries.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QWidget;

namespace homeward::ui {

class FieldWithNote;

/// The editors of a home by field: made here, laid out by the tabs, read and written together.
class HomeFields : public QObject {
    Q_OBJECT
public:
    using Choices = std::vector<std::pair<QString, QString>>;  ///< key and words
    using QObject::QObject;

    FieldWithNote* addLine(QString HomeEntries::*value, const std::string& key, QWidget* parent,
                           const QString& hint = {});
    FieldWithNote* addNumber(QString HomeEntries::*value, const std::string& key, int most,
                             QWidget* parent);
    FieldWithNote* addText(QString HomeEntries::*value, const std::string& key, QWidget* parent);
    FieldWithNote* addChoice(QString HomeEntries::*value, const std::string& key,
                             const Choices& choices, QWidget* parent);
    /// Boxes to tick; the value is the ticked keys in their order, separated by commas.
    FieldWithNote* addTicks(QString HomeEntries::*value, const std::string& key,
                            const Choices& choices, QWidget* parent);
    /// An editor made elsewhere.
    void add(const std::string& key, FieldWithNote* field,
             std::function<void(HomeEntries&)> read, std::function<void(const HomeEntries&)> write,
             std::function<void(bool)> setReadOnly);

    HomeEntries read() const;
    /// Shows entries without telling of an edit.
    void write(const HomeEntries& entries);
    void setReadOnly(bool readOnly);
    /// What is wrong with a field; false: no such field.
    bool setNote(const std::string& key, const QString& note);
    void clearNotes();
    FieldWithNote* field(const std::string& key) const;
    void noteEdited();

signals:
    void edited();

private:
    struct Editor {
        FieldWithNote* field;
        std::function<void(HomeEntries&)> read;
        std::function<void(const HomeEntries&)> write;
        std::function<void(bool)> setReadOnly;
    };
    std::map<std::string, Editor> m_editors;
    HomeEntries m_shown;
    bool m_writing = false;
};

}  // namespace homeward::ui
