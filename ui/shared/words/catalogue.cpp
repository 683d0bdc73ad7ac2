#include "ui/shared/words/catalogue.h"

#include <atomic>

#include "ui/shared/words/format.h"

namespace homeward::ui {

namespace {

std::atomic<const documents::MessageCatalogue*>& inUse()
{
    static const documents::MessageCatalogue english =
        documents::MessageCatalogue::load("en").value();
    static std::atomic<const documents::MessageCatalogue*> words = &english;
    return words;
}

}  // namespace

const documents::MessageCatalogue& catalogue()
{
    return *inUse().load();
}

void useCatalogue(const documents::MessageCatalogue& words)
{
    inUse() = &words;
}

QString sentence(const std::string& key, const documents::Facts& facts)
{
    return text(catalogue().text(key, facts));
}

}  // namespace homeward::ui
