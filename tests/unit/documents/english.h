#pragma once

#include "documents/message_catalogue.h"

namespace homeward::test {

inline const documents::MessageCatalogue& english()
{
    static const documents::MessageCatalogue catalogue = *documents::MessageCatalogue::load("en");
    return catalogue;
}

}  // namespace homeward::test
