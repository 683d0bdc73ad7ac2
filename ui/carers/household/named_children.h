#pragma once

#include <QWidget>
#include <vector>

#include "app/records/children.h"
#include "ui/shared/pages/page.h"

class QCompleter;
class QLineEdit;
class QStandardItemModel;
class QVBoxLayout;

namespace homeward::ui {

/// The children an approval names: each with a button that takes it off, and a line to add one by
/// name or case number.
class NamedChildren : public QWidget {
    Q_OBJECT
public:
    explicit NamedChildren(const PageContext& context, QWidget* parent = nullptr);

    /// Ids with commas, as the field is kept.
    QString value() const;
    void setValue(const QString& ids);
    void setReadOnly(bool readOnly);

signals:
    void edited();

private:
    void offer(const QString& typed);
    void add(const QString& child);
    void remove(const QString& child);
    /// Enter without choosing: the only child that fits.
    void takeTyped();
    void show(const QStringList& children);

    PageContext m_context;
    QStringList m_children;  ///< ids
    bool m_readOnly = false;
    QVBoxLayout* m_rows;
    QLineEdit* m_addEdit;
    QStandardItemModel* m_offered;
    QCompleter* m_completer;
};

}  // namespace homeward::ui
