// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/stoppable_reading.h"
#include "services/organizations/members.h"
#include <QAbstractTableModel>
#include <QTimer>

namespace tenantry::models {

/// What MemberList says of a row, in any column.
enum MemberRole {
  MembershipRole = Qt::UserRole + 1, ///< tenantry::organizations::Membership
  MemberNameRole,                    ///< QString: the name, else the e-mail
};

/// Who has which role in which team of one organization, kept up to date by the news. Nothing is
/// read before somebody looks.
class MemberList : public QAbstractTableModel {
  Q_OBJECT

public:
  enum Column { PersonColumn, TeamColumn, RoleColumn, SinceColumn, ExpiresColumn, ColumnCount };
  enum class State { Loading, Ready, Failed };

  explicit MemberList(Connection &connection, QObject *parent = nullptr);

  void show(const OrganizationId &organization); ///< the null id: none
  void reload();
  /// Ends the reading: rows that are there stay. False where none goes on that somebody may have
  /// noticed.
  bool stop();
  [[nodiscard]] StoppableReading &reading() { return m_reading; }
  [[nodiscard]] State state() const { return m_state; }
  [[nodiscard]] bool isFetching() const { return m_reading.isRunning(); }
  [[nodiscard]] const Error &error() const { return m_error; }
  [[nodiscard]] const OrganizationId &organization() const { return m_organization; }

  /// `removed` or `failed` follow; what was removed can be added again as it was.
  void remove(const organizations::Membership &membership);
  void addAgain(const organizations::Membership &membership);

  int rowCount(const QModelIndex &parent = {}) const override;
  int columnCount(const QModelIndex &parent = {}) const override;
  QVariant data(const QModelIndex &index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
  void stateChanged();
  void removed(const tenantry::organizations::Membership &membership);
  void addedAgain(const tenantry::organizations::Membership &membership);
  void failed(const tenantry::Error &error);

private:
  void replaceRows(const std::vector<organizations::Membership> &rows);
  void take(const Result<std::vector<organizations::Membership>> &read);

  Connection &m_connection;
  OrganizationId m_organization;
  std::vector<organizations::Membership> m_rows;
  State m_state = State::Loading;
  Error m_error;
  StoppableReading m_reading;
  QTimer m_newsPause;
};

[[nodiscard]] QString nameOf(const organizations::Membership &membership);

} // namespace tenantry::models
