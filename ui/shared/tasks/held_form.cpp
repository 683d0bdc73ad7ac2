#include "ui/shared/tasks/held_form.h"

#include <QApplication>
#include <utility>

#include "ui/shared/look/banner.h"

namespace homeward::ui {
namespace {
constexpr const char* kHeld = "homewardHeld";
}

HeldForm::HeldForm(const QList<QWidget*>& parts)
{
    for (QWidget* part : parts)
        m_parts << Part{part, true};
}

void HeldForm::hold()
{
    m_held = true;
    m_focus = QApplication::focusWidget();
    for (Part& part : m_parts)
        if (part.widget) {
            part.enabled = !part.widget->testAttribute(Qt::WA_ForceDisabled);
            part.widget->setEnabled(false);
        }
    if (m_parts.constFirst().widget)
        m_parts.constFirst().widget->setProperty(kHeld, true);
}

void HeldForm::release()
{
    if (!std::exchange(m_held, false))
        return;
    for (const Part& part : std::as_const(m_parts))
        if (part.widget)
            part.widget->setEnabled(part.enabled);
    if (m_parts.constFirst().widget)
        m_parts.constFirst().widget->setProperty(kHeld, false);
    // Unless the person has gone elsewhere meanwhile.
    if (m_focus && m_focus->isVisible() && !QApplication::focusWidget())
        m_focus->setFocus();
}

void showWaiting(Banner& banner)
{
    banner.showWithAction(Banner::Tone::Info, Banner::tr("Another program is saving"),
                          Banner::tr("This goes on by itself as soon as it is done."),
                          Banner::tr("Stop"));
    QObject::connect(&banner, &Banner::actionRequested, &Waits::instance(), &Waits::stop,
                     Qt::UniqueConnection);
}

bool isHeld(const QWidget* form)
{
    return form->property(kHeld).toBool();
}

}  // namespace homeward::ui
