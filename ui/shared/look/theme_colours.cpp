#include "ui/shared/look/theme_colours.h"

namespace homeward::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QColor rgb(unsigned value)
{
    return QColor::fromRgb(value);
}

Colours makeLight()
{
    Colours c;
    c.window = rgb(0xf3f5f6);
    c.card = rgb(0xffffff);
    c.border = rgb(0xdfe4e8);
    c.text = rgb(0x1b2631);
    c.mutedText = rgb(0x5c6873);
    c.sideBar = rgb(0x1f3a47);
    c.sideBarText = rgb(0xd3dfe5);
    c.sideBarCurrent = rgb(0x2f5a6d);
    c.primary = rgb(0x1f4e5f);
    c.primaryText = rgb(0xffffff);
    c.accent = rgb(0xb9551f);
    c.focus = rgb(0xc4602a);
    c.rowAlternate = rgb(0xf8fafa);
    c.header = rgb(0xf0f5f6);
    c.good = rgb(0xe0efe5);
    c.goodText = rgb(0x235c3c);
    c.warning = rgb(0xfdebd7);
    c.warningText = rgb(0x84470f);
    c.problem = rgb(0xf9dde1);
    c.problemText = rgb(0x8c1b2c);
    c.info = rgb(0xe4edf1);
    c.infoText = rgb(0x2a4b5b);
    c.level = {rgb(0xdcefe4), rgb(0xe9f1d3), rgb(0xfdebbf), rgb(0xf9d0ba), rgb(0xefb9c2)};
    c.levelText = {rgb(0x1c5a41), rgb(0x47570f), rgb(0x744a04), rgb(0x873613), rgb(0x7b1023)};
    c.skill = {rgb(0xf1f3f4), rgb(0xdfeef2), rgb(0xc5e0e8), rgb(0xa5cfdb), rgb(0x7fb8c9)};
    c.skillText = {rgb(0x3c4a55), rgb(0x1f4e5f), rgb(0x1a4655), rgb(0x123c4a), rgb(0x0b2d39)};
    c.outcome = {rgb(0x4d8f76), rgb(0x4d76ac), rgb(0xab7e30),
                 rgb(0x8a69a5), rgb(0x4a8f9f), rgb(0xc4632d)};
    c.selection = rgb(0xfdf1e8);
    c.field = rgb(0xffffff);
    c.fieldBorder = rgb(0x7f8c97);
    c.link = rgb(0x1a6178);
    return c;
}

Colours makeDark()
{
    Colours c;
    c.window = rgb(0x14191d);
    c.card = rgb(0x1c2328);
    c.border = rgb(0x333e46);
    c.text = rgb(0xe6ebee);
    c.mutedText = rgb(0xa4b0b8);
    c.sideBar = rgb(0x10242d);
    c.sideBarText = rgb(0xc9d6dc);
    c.sideBarCurrent = rgb(0x27495a);
    c.primary = rgb(0x6fb3c8);
    c.primaryText = rgb(0x0d1b21);
    c.accent = rgb(0xe98f5b);
    c.focus = rgb(0xe98f5b);
    c.rowAlternate = rgb(0x1f272c);
    c.header = rgb(0x232d33);
    c.good = rgb(0x1e3c2b);
    c.goodText = rgb(0xa1d8b3);
    c.warning = rgb(0x463119);
    c.warningText = rgb(0xf3c692);
    c.problem = rgb(0x4b232a);
    c.problemText = rgb(0xf6b0b9);
    c.info = rgb(0x223640);
    c.infoText = rgb(0xabcddb);
    c.level = {rgb(0x1e4636), rgb(0x3b4719), rgb(0x574412), rgb(0x60341b), rgb(0x66222f)};
    c.levelText = {rgb(0xa9dcc5), rgb(0xd6e39e), rgb(0xf7db8f), rgb(0xf9bd9d), rgb(0xf9b9c3)};
    c.skill = {rgb(0x262e34), rgb(0x21404b), rgb(0x1f4f5f), rgb(0x1d6074), rgb(0x1d6c83)};
    c.skillText = {rgb(0xc5cfd5), rgb(0xb5dbe6), rgb(0xc0e4ee), rgb(0xd0edf5), rgb(0xe8f8fc)};
    c.outcome = {rgb(0x6db097), rgb(0x7199d1), rgb(0xd2a857),
                 rgb(0xac8ac8), rgb(0x69b0bf), rgb(0xe28552)};
    c.selection = rgb(0x35291f);
    c.field = rgb(0x161c20);
    c.fieldBorder = rgb(0x73808a);
    c.link = rgb(0x8cc8da);
    return c;
}

}  // namespace

const Colours& lightColours()
{
    static const Colours colours = makeLight();
    return colours;
}

const Colours& darkColours()
{
    static const Colours colours = makeDark();
    return colours;
}

QPalette paletteOf(const Colours& c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.field);
    palette.setColor(QPalette::AlternateBase, c.rowAlternate);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::PlaceholderText, c.mutedText);
    palette.setColor(QPalette::Button, c.card);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.problemText);
    palette.setColor(QPalette::ToolTipBase, c.text);
    palette.setColor(QPalette::ToolTipText, c.card);
    palette.setColor(QPalette::Highlight, c.primary);
    palette.setColor(QPalette::HighlightedText, c.primaryText);
    palette.setColor(QPalette::Link, c.link);
    palette.setColor(QPalette::LinkVisited, c.link);
    palette.setColor(QPalette::Light, c.card);
    palette.setColor(QPalette::Midlight, c.border);
    palette.setColor(QPalette::Mid, c.border);
    palette.setColor(QPalette::Dark, c.mutedText);
    palette.setColor(QPalette::Shadow, c.mutedText);
    QColor faded = c.mutedText;
    faded.setAlphaF(0.7f);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faded);
    return palette;
}

QMap<QString, QString> styleColours(const Colours& c)
{
    const std::pair<QString, QColor> named[] = {
        {u"window"_s, c.window},
        {u"card"_s, c.card},
        {u"border"_s, c.border},
        {u"text"_s, c.text},
        {u"mutedText"_s, c.mutedText},
        {u"sideBar"_s, c.sideBar},
        {u"sideBarText"_s, c.sideBarText},
        {u"sideBarCurrent"_s, c.sideBarCurrent},
        {u"primary"_s, c.primary},
        {u"primaryText"_s, c.primaryText},
        {u"accent"_s, c.accent},
        {u"focus"_s, c.focus},
        {u"rowAlternate"_s, c.rowAlternate},
        {u"header"_s, c.header},
        {u"good"_s, c.good},
        {u"goodText"_s, c.goodText},
        {u"warning"_s, c.warning},
        {u"warningText"_s, c.warningText},
        {u"problem"_s, c.problem},
        {u"problemText"_s, c.problemText},
        {u"info"_s, c.info},
        {u"infoText"_s, c.infoText},
        {u"selection"_s, c.selection},
        {u"field"_s, c.field},
        {u"fieldBorder"_s, c.fieldBorder},
        {u"link"_s, c.link},
    };
    QMap<QString, QString> map;
    for (const auto& [name, colour] : named)
        map.insert(name, colour.name());
    return map;
}

}  // namespace homeward::ui
