// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/forms/draft_store.h"
#include <QObject>
#include <QTimer>
#include <functional>

namespace tenantry::models {

/// What is typed into a dialog that is no form of a record (an amount, a reason): it outlives the
/// program until it is said or given up.
class TypedDraft : public QObject {
  Q_OBJECT

public:
  TypedDraft(DraftStore &store, DraftKey key, QObject *parent = nullptr);
  ~TypedDraft() override; ///< keeps what was typed last

  /// Hands over what was typed before, if there is something.
  void restore(const std::function<void(const FormValues &)> &fill);
  void keep(const FormValues &typed); ///< nothing typed in any field: there is no draft
  void forget();

private:
  void write();

  DraftStore &m_store;
  const DraftKey m_key;
  FormValues m_typed;
  QTimer m_pause; ///< typing says much
};

} // namespace tenantry::models
