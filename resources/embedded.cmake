# Files built into the core library (support/files/resource.h). Paths from the project root.
set(HOMEWARD_EMBEDDED_FILES
    resources/calendar/bank-holidays.tsv
    resources/codes/ssda903.tsv
    resources/demonstration/words.tsv
    resources/documents/shortlist.mustache
    resources/frameworks/default.json
    resources/messages/en.json
    resources/passphrases/common.txt
    resources/policies/default.json
    schemas/assessment.schema.json
    schemas/matching-policy.schema.json
    schemas/needs-framework.schema.json
    schemas/migrations/0001_foundation.sql
)
