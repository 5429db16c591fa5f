// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/connection/connection.h"
#include "services/billing/what_if.h"
#include "services/subscriptions/business_effect.h"

namespace tenantry::models {

/// What a folder of business files would change, and making it hold. What is applied is what was
/// shown: the files as they were read then, to the version that they were compared to.
class BusinessPlan : public QObject {
  Q_OBJECT

public:
  /// What the files would do.
  struct Picture {
    std::int64_t version = 0; ///< that they were compared to
    std::shared_ptr<const business::Business> wanted;
    subscriptions::PlanReport report;
  };

  explicit BusinessPlan(Connection &connection, QObject *parent = nullptr);

  void plan(const QString &folder); ///< reads the files and compares them
  void planAgain();                 ///< the same folder; nothing without one
  void leave();                     ///< the folder
  void apply();                     ///< `applied` or `refused` follows
  [[nodiscard]] const QString &folder() const { return m_folder; } ///< empty: none was chosen
  [[nodiscard]] const Picture *picture() const { return m_picture ? &*m_picture : nullptr; }
  /// What is wrong with the files, in their order; then there is no picture.
  [[nodiscard]] const std::vector<Error> &mistakes() const { return m_mistakes; }
  [[nodiscard]] bool isPlanning() const { return m_isPlanning; }
  [[nodiscard]] bool isApplying() const { return m_isApplying; }

Q_SIGNALS:
  void changed();
  void applied(qint64 version);
  void refused(const tenantry::Error &error);

private:
  struct Planned {
    std::optional<Picture> picture;
    std::vector<Error> mistakes{};
  };
  static Result<Planned> read(store::Session &session, business::AppliedBusiness &business,
                              const QString &folder);
  void take(const Result<Planned> &planned);

  Connection &m_connection;
  QString m_folder;
  std::optional<Picture> m_picture;
  std::vector<Error> m_mistakes;
  int m_asked = 0; ///< answers to earlier questions are of no interest
  bool m_isPlanning = false, m_isApplying = false;
};

} // namespace tenantry::models
