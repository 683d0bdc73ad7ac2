#pragma once

#include <QFrame>
#include <QString>

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace homeward::ui {

/// A white panel with an optional heading: what pages are made of.
class Card : public QFrame {
    Q_OBJECT
public:
    explicit Card(const QString& title = {}, QWidget* parent = nullptr);
    QVBoxLayout* body() const { return m_body; }
    void setTitle(const QString& title);
    QString title() const;
    void setSubtitle(const QString& text);                ///< muted line below the heading
    QHBoxLayout* headerTools() const { return m_tools; }  ///< right of the heading

private:
    QLabel* m_title;
    QLabel* m_subtitle;
    QHBoxLayout* m_tools;
    QVBoxLayout* m_body;
};

/// Page heading: title, a muted facts line, buttons at the right (primary action last), tabs below
/// where the page has some.
class PageHeader : public QWidget {
    Q_OBJECT
public:
    explicit PageHeader(QWidget* parent = nullptr);
    void setTitle(const QString& title);
    void setFacts(const QString& facts);  ///< parts joined with a middle dot by the caller
    QHBoxLayout* actions() const { return m_actions; }
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QLabel* m_title;
    QLabel* m_facts;
    QHBoxLayout* m_actions;
    QBoxLayout* m_row;
};

/// Look of buttons and labels, set as the dynamic property "role" that the style sheet reads.
/// Values: "primary", "quiet" (flat), "danger" for QPushButton; "title", "muted", "heading",
/// "pill-good", "pill-warning", "pill-problem", "pill-info" for QLabel.
void setRole(QWidget* widget, const char* role);

/// An empty state: what is missing and what to do next, with an optional button.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    EmptyState(const QString& icon, const QString& title, const QString& text,
               const QString& action = {}, QWidget* parent = nullptr);

signals:
    void actionRequested();
};

}  // namespace homeward::ui
