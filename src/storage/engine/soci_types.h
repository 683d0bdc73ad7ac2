#pragma once

#include <soci/soci.h>

#include <charconv>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>

#include "domain/location.h"
#include "domain/needs/needs_level.h"
#include "support/date.h"
#include "support/id.h"
#include "support/text/keyed_enum.h"

// How our values stand in a column. Dates and moments are ISO text, enums their keys, truth values
// 0 or 1, lists JSON (storage/records/stored_lists.h); an empty optional and an empty id are NULL.

namespace homeward::storage {

/// A stored value that no version of the program writes; becomes StoreDamaged.
struct DamagedRecord : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// "G easting northing" or "L latitude longitude", shortest digits that give the same numbers back.
std::string locationToColumn(const Location& location);
/// Throws DamagedRecord.
Location locationFromColumn(const std::string& text);

/// A list's way to and from its column; SOCI takes a bare vector for many rows.
struct ListColumn {
    std::function<void(const std::string&)> read;
    std::function<std::string()> written;
};

inline void refuseNull(soci::indicator indicator)
{
    if (indicator == soci::i_null)
        throw DamagedRecord("null in a column that holds a value");
}

}  // namespace homeward::storage

namespace soci {

/// NULL reads as the empty id.
template <typename Tag>
struct type_conversion<homeward::Id<Tag>> {
    using base_type = std::string;
    static void from_base(const std::string& in, indicator ind, homeward::Id<Tag>& out)
    {
        if (ind == i_null)
            out.value.clear();
        else
            out.value = in;
    }
    static void to_base(const homeward::Id<Tag>& in, std::string& out, indicator& ind)
    {
        out = in.value;
        ind = in.isEmpty() ? i_null : i_ok;
    }
};

template <>
struct type_conversion<homeward::storage::ListColumn> {
    using base_type = std::string;
    static void from_base(const std::string& in, indicator ind,
                          const homeward::storage::ListColumn& out)
    {
        homeward::storage::refuseNull(ind);
        out.read(in);
    }
    static void to_base(const homeward::storage::ListColumn& in, std::string& out, indicator& ind)
    {
        out = in.written();
        ind = i_ok;
    }
};

template <>
struct type_conversion<bool> {
    using base_type = int;
    static void from_base(int in, indicator ind, bool& out)
    {
        homeward::storage::refuseNull(ind);
        out = in != 0;
    }
    static void to_base(bool in, int& out, indicator& ind)
    {
        out = in ? 1 : 0;
        ind = i_ok;
    }
};

template <>
struct type_conversion<homeward::Date> {
    using base_type = std::string;
    static void from_base(const std::string& in, indicator ind, homeward::Date& out)
    {
        homeward::storage::refuseNull(ind);
        const std::optional<homeward::Date> date = homeward::Date::fromIso(in);
        if (!date)
            throw homeward::storage::DamagedRecord("date");
        out = *date;
    }
    static void to_base(homeward::Date in, std::string& out, indicator& ind)
    {
        out = in.toIso();
        ind = i_ok;
    }
};

template <>
struct type_conversion<homeward::Timestamp> {
    using base_type = std::string;
    static void from_base(const std::string& in, indicator ind, homeward::Timestamp& out)
    {
        homeward::storage::refuseNull(ind);
        const std::optional<homeward::Timestamp> at = homeward::Timestamp::fromIso(in);
        if (!at)
            throw homeward::storage::DamagedRecord("moment");
        out = *at;
    }
    static void to_base(homeward::Timestamp in, std::string& out, indicator& ind)
    {
        out = in.toIso();
        ind = i_ok;
    }
};

template <>
struct type_conversion<homeward::Level> {
    using base_type = int;
    static void from_base(int in, indicator ind, homeward::Level& out)
    {
        homeward::storage::refuseNull(ind);
        const std::optional<homeward::Level> level = homeward::Level::fromInt(in);
        if (!level)
            throw homeward::storage::DamagedRecord("level");
        out = *level;
    }
    static void to_base(homeward::Level in, int& out, indicator& ind)
    {
        out = in.value();
        ind = i_ok;
    }
};

template <>
struct type_conversion<homeward::Location> {
    using base_type = std::string;
    static void from_base(const std::string& in, indicator ind, homeward::Location& out)
    {
        homeward::storage::refuseNull(ind);
        out = homeward::storage::locationFromColumn(in);
    }
    static void to_base(const homeward::Location& in, std::string& out, indicator& ind)
    {
        out = homeward::storage::locationToColumn(in);
        ind = i_ok;
    }
};

template <typename E>
requires requires
{
    homeward::EnumKeys<E>::table;
}
struct type_conversion<E, void> {
    using base_type = std::string;
    static void from_base(const std::string& in, indicator ind, E& out)
    {
        homeward::storage::refuseNull(ind);
        const std::optional<E> value = homeward::fromKey<E>(in);
        if (!value)
            throw homeward::storage::DamagedRecord("key");
        out = *value;
    }
    static void to_base(E in, std::string& out, indicator& ind)
    {
        out = homeward::toKey(in);
        ind = i_ok;
    }
};

template <typename T>
struct type_conversion<std::optional<T>> {
    using base_type = typename type_conversion<T>::base_type;
    static void from_base(const base_type& in, indicator ind, std::optional<T>& out)
    {
        if (ind == i_null) {
            out.reset();
            return;
        }
        T value{};
        type_conversion<T>::from_base(in, ind, value);
        out = std::move(value);
    }
    static void to_base(const std::optional<T>& in, base_type& out, indicator& ind)
    {
        if (in)
            type_conversion<T>::to_base(*in, out, ind);
        else
            ind = i_null;
    }
};

}  // namespace soci
