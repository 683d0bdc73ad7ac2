#pragma once

#include "demonstration/random.h"
#include "domain/child.h"

namespace homeward::demonstration {

/// What a child might say, by age; about four in ten have not been asked yet.
AboutMe inventAboutMe(Random& random, int ageYears);

}  // namespace homeward::demonstration
