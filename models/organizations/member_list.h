// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/paging/paged_rows.h"
#include "services/organizations/member_listing.h"

namespace tenantry::models {

/// What pages of members bring along.
struct MemberWords {
  QStringList roles; ///< of the business, for a chip to choose from
};

/// Who has which role in which team of one organization, page by page. The key of a row is its
/// assignment's.
class MemberList
    : public PagedRows<organizations::Membership, organizations::MemberCursor, MemberWords> {
  Q_OBJECT

public:
  enum Column { PersonColumn, TeamColumn, RoleColumn, SinceColumn, ExpiresColumn, ColumnCount };

  explicit MemberList(Connection &connection, QObject *parent = nullptr);

  /// Of another one all are shown first; they are read once somebody looks.
  void show(const OrganizationId &organization);
  [[nodiscard]] const OrganizationId &organization() const { return m_filter.organization; }
  [[nodiscard]] const QStringList &roles() const { return m_words.roles; }
  /// Those settings were for the organization that is shown.
  [[nodiscard]] bool isOf(const ViewSettings &settings) const;

  [[nodiscard]] bool isFiltered() const override;
  [[nodiscard]] ViewSettings viewSettings() const override;
  /// Whosever they were: they narrow the organization that is shown.
  void setViewSettings(const ViewSettings &settings) override;
  [[nodiscard]] static Result<std::int64_t> countOf(store::Session &session,
                                                    business::AppliedBusiness &business,
                                                    const ViewSettings &settings);
  [[nodiscard]] int sortColumn() const override;
  [[nodiscard]] Qt::SortOrder sortOrder() const override;
  [[nodiscard]] bool canSort(int, Qt::SortOrder) const override { return true; }
  void sort(int column, Qt::SortOrder order) override;

  /// `removed` or `failed` follow; what was removed can be added again as it was.
  void remove(const organizations::Membership &membership);
  void addAgain(const organizations::Membership &membership);

Q_SIGNALS:
  void removed(const tenantry::organizations::Membership &membership);
  void addedAgain(const tenantry::organizations::Membership &membership);
  void failed(const tenantry::Error &error);

private:
  Reading reading() const override;
  Counting counting() const override;
  KeyOf keyOf() const override;
  void takeExtra(MemberWords words) override { m_words = std::move(words); }

  organizations::MemberFilter m_filter;
  organizations::MemberSort m_sort = organizations::MemberSort::Team;
  bool m_ascending = true;
  MemberWords m_words;
};

[[nodiscard]] QString nameOf(const organizations::Membership &membership);
/// Gives the role again that was taken away.
[[nodiscard]] organizations::NewMember again(const OrganizationId &organization,
                                             const organizations::Membership &membership);

} // namespace tenantry::models

Q_DECLARE_METATYPE(tenantry::organizations::Membership)
