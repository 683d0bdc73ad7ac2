#include <QDir>
#include <QLineEdit>
#include <cmath>

#include "tests/ui/support/ui_harness.h"
#include "ui/shared/look/theme.h"
#include "ui/shared/look/theme_colours.h"

using namespace homeward::ui;

namespace {

double channel(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) +
           0.0722 * channel(colour.blueF());
}

/// WCAG 2.2 contrast ratio.
double contrast(const QColor& a, const QColor& b)
{
    const double light = std::max(luminance(a), luminance(b));
    const double dark = std::min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

/// The look while it lasts.
class ThemeMode {
public:
    explicit ThemeMode(Theme::Mode mode) : m_before(Theme::instance().mode())
    {
        Theme::instance().setMode(mode);
    }
    ~ThemeMode() { Theme::instance().setMode(m_before); }
    Q_DISABLE_COPY(ThemeMode)

private:
    Theme::Mode m_before;
};

}  // namespace

TEST_CASE("text stands out 4.5 to 1 from what it is on, light and dark", "[ui-theme]")
{
    for (const Colours* c : {&lightColours(), &darkColours()}) {
        CAPTURE(c == &darkColours());
        const std::pair<QColor, QColor> pairs[] = {
            {c->text, c->window},         {c->text, c->card},
            {c->text, c->selection},      {c->text, c->header},
            {c->mutedText, c->window},    {c->mutedText, c->card},
            {c->mutedText, c->header},    {c->mutedText, c->selection},
            {c->link, c->card},           {c->primaryText, c->primary},
            {c->sideBarText, c->sideBar}, {c->sideBarText, c->sideBarCurrent},
            {c->goodText, c->good},       {c->warningText, c->warning},
            {c->problemText, c->problem}, {c->infoText, c->info},
            {c->accent, c->card}};
        for (const auto& [words, ground] : pairs) {
            CAPTURE(words.name().toStdString(), ground.name().toStdString());
            CHECK(contrast(words, ground) >= 4.5);
        }
        for (std::size_t level = 0; level < c->level.size(); ++level) {
            CHECK(contrast(c->levelText[level], c->level[level]) >= 4.5);
            CHECK(contrast(c->skillText[level], c->skill[level]) >= 4.5);
        }
    }
}

TEST_CASE("the frame of fields and the focus stand out 3 to 1", "[ui-theme]")
{
    for (const Colours* c : {&lightColours(), &darkColours()}) {
        CHECK(contrast(c->fieldBorder, c->card) >= 3.0);
        CHECK(contrast(c->fieldBorder, c->window) >= 3.0);
        CHECK(contrast(c->fieldBorder, c->field) >= 3.0);
        CHECK(contrast(c->focus, c->card) >= 3.0);
        CHECK(contrast(c->focus, c->window) >= 3.0);
    }
}

TEST_CASE("lines of charts stand out 3 to 1, in every step of an outcome's hue", "[ui-theme]")
{
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        const ThemeMode shown(mode);
        const Colours& c = Theme::instance().colours();
        for (std::size_t outcome = 0; outcome < c.outcome.size(); ++outcome)
            for (std::size_t step = 0; step < 4; ++step) {
                CAPTURE(Theme::instance().isDark(), outcome, step);
                CHECK(contrast(Theme::instance().outcomeColour(outcome, step), c.card) >= 3.0);
            }
    }
}

TEST_CASE("what a field asks for can be read before anything is typed", "[ui-theme]")
{
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        const ThemeMode shown(mode);
        QLineEdit edit;
        edit.setPlaceholderText(QString(20, QChar(0x2588)));  // letters that fill their place
        edit.resize(300, 40);
        edit.ensurePolished();
        const QImage image = edit.grab().toImage();
        const QColor ground = image.pixelColor(image.width() - 20, 10);
        double most = 0;
        for (int x = 10; x < 100; ++x)
            most = std::max(most, contrast(image.pixelColor(x, image.height() / 2), ground));
        CAPTURE(Theme::instance().isDark(), ground.name().toStdString());
        CHECK(most >= 4.5);
        CHECK(most < 9);  // and is not taken for something typed
    }
}

TEST_CASE("every icon can be drawn in the colour asked for", "[ui-theme]")
{
    const QStringList icons = QDir(QStringLiteral(":/icons")).entryList();
    REQUIRE(icons.size() > 30);
    for (const QString& file : icons) {
        const QString name = file.chopped(4);
        CAPTURE(name.toStdString());
        const QImage image = Theme::instance().icon(name, QColor(Qt::red)).pixmap(24, 24).toImage();
        bool drawn = false;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                drawn = drawn || image.pixelColor(x, y).alpha() > 100;
        CHECK(drawn);
    }
}

TEST_CASE("an icon is sharp on a screen of twice the density", "[ui-theme]")
{
    const QPixmap pixmap =
        Theme::instance().icon(QStringLiteral("search")).pixmap(QSize(24, 24), 2.0);
    CHECK(pixmap.width() == 48);
    CHECK(pixmap.devicePixelRatio() == 2.0);
}

TEST_CASE("the style sheet has no colour left unnamed", "[ui-theme]")
{
    CHECK_FALSE(qApp->styleSheet().contains(u'@'));
    CHECK(qApp->styleSheet().contains(QStringLiteral("QPushButton")));
}
