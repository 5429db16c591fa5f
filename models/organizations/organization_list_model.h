// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/organizations/organization_roles.h"
#include "models/paging/paged_rows.h"
#include "services/organizations/listing.h"

namespace tenantry::models {

/// What narrows the list.
struct OrganizationFilter {
  QString search;
  std::optional<organizations::Status> status;
  QString planId;
  /// To those with MRR, or long in onboarding; the list then is in an order of its own.
  organizations::Narrowed narrowed = organizations::Narrowed::No;
  [[nodiscard]] bool isEmpty() const { return *this == OrganizationFilter(); }
  bool operator==(const OrganizationFilter &) const = default;
};

/// Organizations page by page, in constant memory. A page brings the names of the plans.
class OrganizationListModel : public PagedRows<organizations::ListRow, organizations::ListCursor,
                                               std::map<QString, QString>> {
  Q_OBJECT

public:
  enum Column { NameColumn, PlanColumn, StatusColumn, MrrColumn, CreatedColumn, ColumnCount };

  explicit OrganizationListModel(Connection &connection, QObject *parent = nullptr);

  void setFilter(const OrganizationFilter &filter);
  [[nodiscard]] static QString
  narrowedKey(organizations::Narrowed narrowed); ///< as settings have it
  [[nodiscard]] static organizations::Narrowed narrowedOf(const QString &key);
  [[nodiscard]] ViewSettings viewSettings() const override;
  void setViewSettings(const ViewSettings &settings) override;
  void narrow(const ViewSettings &filter) override;
  /// How many match such settings.
  [[nodiscard]] static Result<std::int64_t> countOf(store::Session &session,
                                                    business::AppliedBusiness &business,
                                                    const ViewSettings &settings);
  [[nodiscard]] int sortColumn() const override;
  [[nodiscard]] Qt::SortOrder sortOrder() const override {
    return m_ascending ? Qt::AscendingOrder : Qt::DescendingOrder;
  }
  [[nodiscard]] const OrganizationFilter &filter() const { return m_filter; }
  [[nodiscard]] bool isFiltered() const override { return !m_filter.isEmpty(); }
  /// Plans by id, for the filter.
  [[nodiscard]] const std::map<QString, QString> &planNames() const { return m_planNames; }

  QVariant data(const QModelIndex &index, int role) const override;
  void sort(int column, Qt::SortOrder order) override;

private:
  [[nodiscard]] organizations::ListQuery query() const;
  void takeOwnOrder();
  Reading reading() const override;
  Counting counting() const override;
  void takeExtra(std::map<QString, QString> planNames) override;

  OrganizationFilter m_filter;
  organizations::Sort m_sort = organizations::Sort::Name;
  bool m_ascending = true;
  std::map<QString, QString> m_planNames;
};

} // namespace tenantry::models
