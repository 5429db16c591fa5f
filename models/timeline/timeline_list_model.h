// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/catalog_names.h"
#include "models/paging/paged_rows.h"
#include "services/audit/timeline.h"

namespace tenantry::models {

/// What a page of a timeline brings besides its rows.
struct TimelineWords {
  CatalogNames names;
  bool showsChanges = true;
};

/// All that happened to an organization or an invoice, the latest first, page by page.
class TimelineListModel
    : public PagedRows<audit::TimelineRow, audit::TimelineCursor, TimelineWords> {
  Q_OBJECT

public:
  enum Column { WhatColumn, AtColumn, ActorColumn, ColumnCount };

  explicit TimelineListModel(Connection &connection, QObject *parent = nullptr);

  /// Whose; all of it is shown first.
  void show(const OrganizationId &organization, const std::optional<InvoiceId> &invoice = {});
  void setWhat(audit::TimelineScope::What what);
  [[nodiscard]] const audit::TimelineScope &scope() const { return m_scope; }
  [[nodiscard]] const TimelineWords &words() const { return m_words; }
  [[nodiscard]] bool isFiltered() const override {
    return m_scope.what != audit::TimelineScope::What::All;
  }
  /// What is shown, and of whom: that alone is taken back from them.
  [[nodiscard]] ViewSettings viewSettings() const override;
  void setViewSettings(const ViewSettings &settings) override;
  /// Whether such settings are of what is shown now.
  [[nodiscard]] bool isOf(const ViewSettings &settings) const;
  [[nodiscard]] static QString whatKey(audit::TimelineScope::What what); ///< as settings have it
  [[nodiscard]] static audit::TimelineScope::What whatOf(const QString &key); ///< none: all
  /// How many match such settings.
  [[nodiscard]] static Result<std::int64_t> countOf(store::Session &session,
                                                    business::AppliedBusiness &business,
                                                    const ViewSettings &settings);

private:
  Reading reading() const override;
  Counting counting() const override;
  void takeExtra(TimelineWords words) override { m_words = std::move(words); }

  audit::TimelineScope m_scope;
  TimelineWords m_words;
};

} // namespace tenantry::models

Q_DECLARE_METATYPE(tenantry::audit::TimelineRow)
