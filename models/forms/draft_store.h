// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/forms/form_state.h"
#include <QFuture>
#include <QThreadPool>
#include <memory>

namespace tenantry::models {

/// Which form a draft is of.
struct DraftKey {
  QString form;   ///< its kind: "organization"
  QString record; ///< the key of what it is about; empty: something new
};

using Draft = QMap<QString, FormState::Written>;

/// What was typed into forms and not saved yet, in this user's folder, so that it outlives the
/// program, however that ends. Files are replaced as a whole and are for this user alone. All work
/// is done on a thread of its own, in the order it was asked for.
class DraftStore {
public:
  /// `database` says which one, in any form that is always the same.
  DraftStore(const QString &folder, const QString &database);
  ~DraftStore(); ///< waits until all is written
  DraftStore(const DraftStore &) = delete;
  DraftStore &operator=(const DraftStore &) = delete;
  [[nodiscard]] static QString defaultFolder();

  /// False where it could not be written.
  QFuture<bool> keep(const DraftKey &key, const Draft &draft);
  QFuture<bool> discard(const DraftKey &key);
  /// Empty where there is none, or none that can be understood.
  [[nodiscard]] QFuture<Draft> read(const DraftKey &key);

private:
  [[nodiscard]] QString fileOf(const DraftKey &key) const;

  QString m_folder;
  std::unique_ptr<QThreadPool> m_lane;
};

} // namespace tenantry::models
