#pragma once

#include <vector>

#include "demonstration/place/houses.h"
#include "demonstration/random.h"
#include "domain/account.h"

namespace homeward::demonstration {

/// How each household is to be reached. Telephone numbers are of the ranges that Ofcom keeps free
/// for drama, e-mail addresses of the domain that RFC 2606 keeps free for examples.
/// Source: Ofcom, Telephone numbers for use in TV and radio drama programmes.
void giveContacts(Houses& houses, const std::vector<Account>& workers, Random& random);

}  // namespace homeward::demonstration
