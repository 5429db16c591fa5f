// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/widgets/badge.h"

namespace tenantry::ui {

class Avatar;
class ElidedLabel;

/// The head of what stands beside a list: whose record it is, which one, and how it stands.
class InspectorHead : public QWidget {
public:
  explicit InspectorHead(QWidget *parent = nullptr);

  void set(const QString &name, const QString &second);
  void setStatus(const QString &text, Tone tone, BadgeKind kind = BadgeKind::Class);

private:
  Avatar *m_avatar;
  ElidedLabel *m_name;
  ElidedLabel *m_second;
  Badge *m_status;
};

} // namespace tenantry::ui
