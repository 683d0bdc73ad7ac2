#include "ui/shared/fields/place_line.h"

#include <QLineEdit>

#include "app/exchange/postcodes.h"
#include "domain/location.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

void takePostcodes(QLineEdit& line, app::Session& session)
{
    QObject::connect(&line, &QLineEdit::textEdited, &line, [&line, &session](const QString& typed) {
        const auto place = app::placeOfPostcode(session, utf8(typed));
        if (!place || !*place)
            return;
        line.setText(text(formatLocation(**place)));
        line.setToolTip(QLineEdit::tr("The place of the postcode %1")
                            .arg(text(shownPostcode(postcodeKey(utf8(typed))))));
        emit line.textEdited(line.text());
    });
}

Result<Done> checkPlace(const QString& typed)
{
    const Result<Location> place = parseLocation(utf8(typed));
    if (place)
        return Done{};
    return isPostcodeKey(postcodeKey(utf8(typed)))
               ? Result<Done>(invalidInput("location", "postcode-unknown"))
               : Result<Done>(place.error());
}

}  // namespace homeward::ui
