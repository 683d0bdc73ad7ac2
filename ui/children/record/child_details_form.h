#pragma once

#include <QWidget>
#include <map>
#include <string>
#include <vector>

#include "domain/account.h"
#include "ui/children/record/about_me_entries.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;

namespace homeward::app {
class Session;
}

namespace homeward::ui {

class DateField;
class FieldWithNote;

/// Names, birth date and the other facts about a child, as fields.
class ChildDetailsForm : public QWidget {
    Q_OBJECT
public:
    enum class Extent { Short, Whole };  ///< Short: what is needed to add a child
    explicit ChildDetailsForm(Extent extent, QWidget* parent = nullptr);
    /// Places may be typed as postcodes of the authority's directory.
    void takePostcodesOf(app::Session& session);

    void setToday(Date today);  ///< the latest day of birth
    void setWorkers(const std::vector<Account>& accounts);
    void show(const AboutMeEntries& entries);
    /// Writes the fields of this form into `entries`.
    void readInto(AboutMeEntries& entries) const;
    void setReadOnly(bool readOnly);
    /// False: this form has no such field.
    bool setProblem(const std::string& field, const QString& sentence);
    void clearProblems();

signals:
    void edited();

private:
    void addRow(QFormLayout* form, const std::string& field, QWidget* widget);
    QLineEdit* addLine(QFormLayout* form, const std::string& field, const QString& hint = {});
    /// Every other text of the record.
    void limitBirth();
    void addOtherLines(QFormLayout* form);
    QComboBox* addChoice(QFormLayout* form, const char* field);

    struct Line {
        QLineEdit* edit;
        std::string field;
    };
    std::vector<Line> m_lines;
    Date m_today;
    QCheckBox* m_expected = nullptr;
    QComboBox* m_sex = nullptr;
    QComboBox* m_pets = nullptr;
    QComboBox* m_worker = nullptr;
    DateField* m_birthDate = nullptr;
    std::map<std::string, FieldWithNote*> m_fields;
    bool m_showing = false;
};

}  // namespace homeward::ui
