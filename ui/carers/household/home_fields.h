#pragma once

#include <QObject>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "ui/carers/household/home_entries.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QWidget;

namespace homeward::ui {

class FormField;

/// The editors of a home by field: made here, laid out by the tabs, read and written together.
class HomeFields : public QObject {
    Q_OBJECT
public:
    using Choices = std::vector<std::pair<QString, QString>>;  ///< key and words
    using QObject::QObject;

    FormField* addLine(const std::string& key, QWidget* parent, const QString& hint = {});
    /// The value is the ISO day, or what was typed where that is no day.
    FormField* addDate(const std::string& key, QWidget* parent);
    FormField* addNumber(const std::string& key, int most, QWidget* parent);
    FormField* addText(const std::string& key, QWidget* parent);
    FormField* addChoice(const std::string& key, const Choices& choices, QWidget* parent);
    /// Boxes to tick; the value is the ticked keys in their order, separated by commas.
    FormField* addTicks(const std::string& key, const Choices& choices, QWidget* parent);
    /// An editor made elsewhere.
    void add(const std::string& key, FormField* field, std::function<void(HomeEntries&)> read,
             std::function<void(const HomeEntries&)> write, std::function<void(bool)> setReadOnly);

    HomeEntries read() const;
    /// Shows entries without telling of an edit.
    void write(const HomeEntries& entries);
    void setReadOnly(bool readOnly);
    /// What is wrong with a field; false: no such field.
    bool setNote(const std::string& key, const QString& note);
    void clearNotes();
    FormField* field(const std::string& key) const;
    std::set<std::string> keys() const;  ///< of the fields that have an editor
    void noteEdited();

signals:
    void edited();
    void written();  ///< entries are shown that nobody typed

private:
    struct Editor {
        FormField* field;
        std::function<void(HomeEntries&)> read;
        std::function<void(const HomeEntries&)> write;
        std::function<void(bool)> setReadOnly;
    };
    std::map<std::string, Editor> m_editors;
    HomeEntries m_shown;
    bool m_writing = false;
};

}  // namespace homeward::ui
