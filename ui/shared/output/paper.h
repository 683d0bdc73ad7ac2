#pragma once

#include <QPagedPaintDevice>
#include <QRectF>
#include <QString>

#include "support/id.h"

class QPainter;

namespace homeward::app {
class Session;
}

namespace homeward::ui {

/// What every printed page says at its edges, so that a sheet that was left lying is known for what
/// it is.
struct PaperEdges {
    QString subject;  ///< "Kaya C. · born 15 Oct 2026 · D100008", or the authority
    QString marking;  ///< "Confidential", "Invented data"
    QString printed;  ///< "26 Nov 2026, 14:05, A. Okafor"
};

/// Of a paper about `child`; empty: about nobody in particular.
PaperEdges paperEdges(app::Session& session, const ChildId& child = {});

/// Pages of one device with their edges.
class Paper {
public:
    Paper(QPagedPaintDevice& device, PaperEdges edges);

    QPagedPaintDevice& device() const { return m_device; }
    /// What is left between the edges, in the units of the device.
    QRectF body() const;
    /// Lays a document of ours out, whose words were escaped. No row is split, headings stay with
    /// what they head, the headings of a table stand on each of its pages.
    void print(const QString& html) const;
    void drawEdges(QPainter& painter, int page, int pages) const;

private:
    double lineHeight() const;
    QPagedPaintDevice& m_device;
    PaperEdges m_edges;
};

}  // namespace homeward::ui
