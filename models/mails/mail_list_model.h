// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/paging/paged_rows.h"
#include "services/automation/mail_listing.h"

namespace tenantry::models {

/// The outbox over all organizations, page by page, by when mails were written; the key of a row is
/// the mail's id.
class MailListModel : public PagedRows<automation::MailRow, automation::MailId> {
  Q_OBJECT

public:
  enum Column {
    OrganizationColumn,
    SubjectColumn,
    KindColumn,
    StateColumn,
    TriesColumn,
    SentColumn,
    WrittenColumn,
    ColumnCount
  };

  explicit MailListModel(Connection &connection, QObject *parent = nullptr);

  /// The kinds of mail that there are, by their templates.
  [[nodiscard]] static QStringList kinds();

  void setFilter(const automation::MailFilter &filter);
  [[nodiscard]] const automation::MailFilter &filter() const { return m_filter; }
  [[nodiscard]] bool isFiltered() const override { return !(m_filter == automation::MailFilter()); }
  [[nodiscard]] ViewSettings viewSettings() const override;
  void setViewSettings(const ViewSettings &settings) override;
  /// How many match such settings.
  [[nodiscard]] static Result<std::int64_t> countOf(store::Session &session,
                                                    business::AppliedBusiness &business,
                                                    const ViewSettings &settings);
  [[nodiscard]] int sortColumn() const override { return WrittenColumn; }
  [[nodiscard]] Qt::SortOrder sortOrder() const override;

  /// By when they were written alone; another column changes nothing.
  void sort(int column, Qt::SortOrder order) override;

private:
  Reading reading() const override;
  Counting counting() const override;

  automation::MailFilter m_filter;
  bool m_ascending = false;
};

} // namespace tenantry::models

Q_DECLARE_METATYPE(tenantry::automation::MailRow)
