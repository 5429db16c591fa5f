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
  QString country = {};  ///< ISO 3166-1 alpha-2
  QString currency = {}; ///< ISO 4217
  /// To those with MRR, or long in onboarding; the list then is in an order of its own.
  organizations::Narrowed narrowed = organizations::Narrowed::No;
  [[nodiscard]] bool isEmpty() const { return *this == OrganizationFilter(); }
  bool operator==(const OrganizationFilter &) const = default;
};

/// What there is to narrow the list to.
struct OrganizationChoices {
  std::map<QString, QString> planNames; ///< by id
  QStringList countries;                ///< those that there are organizations of
  QStringList currencies;
};

/// Organizations page by page, in constant memory. A page brings what they can be narrowed to.
class OrganizationListModel
    : public PagedRows<organizations::ListRow, organizations::ListCursor, OrganizationChoices> {
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
  [[nodiscard]] const OrganizationChoices &choices() const { return m_choices; }

  QVariant data(const QModelIndex &index, int role) const override;
  [[nodiscard]] bool canSort(int column, Qt::SortOrder order) const override;
  void sort(int column, Qt::SortOrder order) override;

private:
  [[nodiscard]] organizations::ListQuery query() const;
  void takeOwnOrder();
  Reading reading() const override;
  Counting counting() const override;
  void takeExtra(OrganizationChoices choices) override;

  OrganizationFilter m_filter;
  organizations::Sort m_sort = organizations::Sort::Name;
  bool m_ascending = true;
  OrganizationChoices m_choices;
};

} // namespace tenantry::models
