#include "ui/shared/words/catalogue.h"

#include "ui/shared/words/format.h"

namespace homeward::ui {

const documents::MessageCatalogue& catalogue()
{
    static const documents::MessageCatalogue words =
        documents::MessageCatalogue::load("en").value();
    return words;
}

QString sentence(const std::string& key, const documents::Facts& facts)
{
    return text(catalogue().text(key, facts));
}

}  // namespace homeward::ui
