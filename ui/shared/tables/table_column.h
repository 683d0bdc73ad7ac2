#pragma once

#include <functional>
#include <utility>

#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/tables/cell_values.h"
#include "ui/shared/tables/table_model.h"

namespace homeward::ui {

/// One column of a table of `Row`: what its cells show, how they sort and look, how wide it is.
/// Made by `RowTable::column`, the rest in a chain: `column("cost", tr("A week"),
/// &Row::pence).money()`. A value is a member of Row or a function of one.
template <typename Row>
class TableColumn {
public:
    using Cell = std::function<QVariant(const Row&)>;

    template <typename Value>
    TableColumn(const char* key, const QString& heading, Value value)
    {
        head(ColumnKeyRole, QString::fromLatin1(key));
        head(Qt::DisplayRole, heading);
        head(Qt::TextAlignmentRole, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter));
        m_cells[Qt::DisplayRole] = [value](const Row& row) -> QVariant {
            return shownValue(std::invoke(value, row));
        };
        sortedBy(value);
        using Shown = std::remove_cvref_t<std::invoke_result_t<Value, const Row&>>;
        if (const QStringList widest = widestOf<Shown>(); !widest.isEmpty())
            fits(widest);
    }

    /// What cells show, where that is not what they sort by.
    template <typename Value>
    TableColumn& shownAs(Value value)
    {
        m_cells[Qt::DisplayRole] = [value](const Row& row) -> QVariant {
            return shownValue(std::invoke(value, row));
        };
        return *this;
    }
    /// What sorting compares; an empty optional is unknown and comes last.
    template <typename Value>
    TableColumn& sortedBy(Value value)
    {
        return of(SortRole, value);
    }
    /// A cell without words counts as unknown.
    TableColumn& unknownLast()
    {
        m_cells[SortRole] = [key = m_cells[SortRole]](const Row& row) {
            const QVariant value = key(row);
            return value.toString().isEmpty() ? QVariant() : value;
        };
        return *this;
    }
    /// What Ctrl+C and CSV take, where that is not what is shown.
    template <typename Value>
    TableColumn& exportedAs(Value value)
    {
        return of(ExportRole, value);
    }
    /// Pence as "£612", to the right.
    TableColumn& money()
    {
        m_cells[Qt::DisplayRole] = [pence = m_cells[SortRole]](const Row& row) -> QVariant {
            const QVariant known = pence(row);
            return moneyText(known.isValid() ? std::optional<int>(known.toInt()) : std::nullopt);
        };
        return right().fits({moneyText(1000000)});
    }
    TableColumn& right()
    {
        return head(Qt::TextAlignmentRole, static_cast<int>(Qt::AlignRight | Qt::AlignVCenter));
    }

    /// Cells are pills in a tone ("good", "warning", ...) of a row; none where it is empty.
    template <typename Value>
    TableColumn& tone(Value value)
    {
        head(PillRole, true);
        return of(ToneRole, value);
    }
    TableColumn& toned(const char* tone)
    {
        return this->tone([tone](const Row&) { return QString::fromLatin1(tone); });
    }
    /// What the row is known by.
    TableColumn& strong()
    {
        return whole().strong([](const Row&) { return true; });
    }
    /// Never cut where there is room for it.
    TableColumn& whole() { return head(WholeRole, true); }
    template <typename Value>
    TableColumn& strong(Value value)
    {
        return of(StrongRole, value);
    }
    TableColumn& muted()
    {
        return muted([](const Row&) { return true; });
    }
    template <typename Value>
    TableColumn& muted(Value value)
    {
        return of(MutedRole, value);
    }
    /// The words of the cell, which may not fit.
    TableColumn& tooltip()
    {
        m_cells[Qt::ToolTipRole] = m_cells[Qt::DisplayRole];
        return *this;
    }
    template <typename Value>
    TableColumn& tooltip(Value value)
    {
        return of(Qt::ToolTipRole, value);
    }
    /// Any other role of a cell.
    template <typename Value>
    TableColumn& of(int role, Value value)
    {
        m_cells[role] = [value](const Row& row) { return plainValue(std::invoke(value, row)); };
        return *this;
    }

    /// Takes such a share of the room that the others leave.
    TableColumn& share(int share) { return head(ShareRole, share); }
    /// Never narrower than so many letters.
    TableColumn& ems(double letters) { return head(EmsRole, letters); }
    /// Never narrower than any of these words.
    TableColumn& fits(const QStringList& samples) { return head(SamplesRole, samples); }
    /// The table opens sorted by this column.
    TableColumn& first(Qt::SortOrder order = Qt::AscendingOrder)
    {
        return head(FirstOrderRole, static_cast<int>(order));
    }
    TableColumn& explained(const QString& words) { return head(Qt::ToolTipRole, words); }
    /// The heading as a screen reader says it, where it is no word.
    TableColumn& spoken(const QString& words) { return head(Qt::AccessibleTextRole, words); }

    const TableModel::Roles& heading() const { return m_heading; }
    QVariant cell(const Row& row, int role) const
    {
        const auto found = m_cells.constFind(role);
        return found == m_cells.constEnd() ? QVariant() : (*found)(row);
    }

private:
    TableColumn& head(int role, const QVariant& value)
    {
        m_heading[role] = value;
        return *this;
    }
    TableModel::Roles m_heading;
    QMap<int, Cell> m_cells;
};

}  // namespace homeward::ui
