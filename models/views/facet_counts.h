// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/views/saved_views.h"
#include <QFuture>

namespace tenantry::models {

/// How many rows each of some filters would leave, capped as the list counts: one after the other,
/// as long as this lives. What still counts then is cancelled.
class FacetCounts : public QObject {
  Q_OBJECT

public:
  FacetCounts(Connection &connection, const SavedViews::Counting &counting,
              const QList<views::Settings> &filters, QObject *parent = nullptr);
  ~FacetCounts() override;

Q_SIGNALS:
  /// Nothing where the database does not answer.
  void counted(qsizetype filter, qint64 rows);

private:
  QList<QFuture<Result<std::int64_t>>> m_running;
};

} // namespace tenantry::models
